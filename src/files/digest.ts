/** SHA-256, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  // A dry run seldom needs one, and the module takes a while to load.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
}
