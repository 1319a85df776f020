// The licences of what the bundles contain: a bundle is a copy, and the copy carries the notice.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PACKAGE_FOLDER = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
const LICENSE_FILE = /^(licen[cs]e|copying)([.-].*)?$/i;

/**
 * @param metafiles what esbuild says of each build
 * @returns the folder of each package of which code is in an output, relative to where the builds ran
 */
export function bundledPackages(...metafiles) {
  const outputs = metafiles.flatMap((metafile) => Object.values(metafile.outputs));
  const inputs = outputs.flatMap((output) => Object.entries(output.inputs));
  const folders = inputs
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => PACKAGE_FOLDER.exec(path));
  return [...new Set(folders.flatMap((match) => (match === null ? [] : [match[0]])))].sort();
}

/**
 * @param folders of packages
 * @returns name, version, licence and licence text of each, once for packages that are installed twice
 * @throws Error when a package names no licence
 */
export function licenseTexts(folders) {
  return [...new Set(folders.map(licenseText))].join(`\n${'-'.repeat(80)}\n\n`);
}

function licenseText(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} is bundled, but names no licence`);
  const file = readdirSync(folder).find((entry) => LICENSE_FILE.test(entry));
  const text = file === undefined ? 'The package holds no licence text.' : readFileSync(join(folder, file), 'utf8');
  return `${name} ${version} (${license})\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
