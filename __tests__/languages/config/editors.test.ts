import { readEditor } from '../../../src/languages/config/editors.ts';
import { othersIn, portsIn, unmark, variablesIn } from '../marked-ports.ts';

/** Each case: a command line in words, cut at `¦`, with the ports in marks. */
const CASES: readonly string[] = [
  'xmlstarlet¦ed¦-L¦-u¦/configuration/gui/address¦-v¦0.0.0.0:«8384»¦config.xml',
  "xmlstarlet¦ed¦-u¦//Connector[@port='8080']/@port¦-v¦«8095»¦server.xml",
  'xmlstarlet¦ed¦-i¦//Connector¦-t¦attr¦-n¦proxyPort¦-v¦443¦server.xml',
  'crudini¦--set¦/etc/a.ini¦DEFAULT¦bind_port¦«8095»',
  'crudini¦--set¦/etc/a.ini¦database¦port¦‹5432›',
  'openstack-config¦--set¦/etc/a.ini¦DEFAULT¦workers¦8095',
  'augtool¦set¦/files/etc/ssh/sshd_config/Port¦«2222»',
  'augtool¦-s¦set /files/etc/ssh/sshd_config/Port «2222»',
  'jq¦.server.port = «8095» | .db.port |= ‹5432›¦a.json',
  'jq¦--argjson¦port¦«8095»¦.port = $port',
  'yq¦-i¦.["http.port"] = «8095»¦a.yml',
  'yq¦w¦-i¦a.yml¦net.port¦«27018»',
  'dasel¦put¦-f¦a.toml¦-v¦«8095»¦-s¦.server.port',
  'postconf¦-e¦relayhost = [smtp.example.org]:‹587›',
  'postconf¦-e¦smtpd_timeout = 25s',
  'postconf¦-Me¦«2525»/inet=«2525» inet n - y - - smtpd',
  'debconf-set-selections¦app app/http-port string «8080»\napp-8081 app/root_password password 8082',
  'npm¦config¦set¦port¦«8080»',
  'uci¦set¦uhttpd.main.listen_http=0.0.0.0:«8080»',
  'envsubst¦$PORT',
];

/** Splits a marked command line into words that point into one text. */
function wordsOf(marked: string) {
  const { text, ports } = unmark(marked);
  const [program, ...args] = text.split(/¦/g);
  return { program: program?.text ?? '', args, ports };
}

describe('readEditor', () => {
  test.each(CASES)('%s', (marked) => {
    const { program, args, ports } = wordsOf(marked);
    expect(portsIn(readEditor(program, args) ?? [])).toEqual(ports);
  });

  test.each(['vi¦a', 'xmlstarlet¦sel¦-t', 'crudini¦--get¦a¦b', 'npm¦run¦start', 'jq¦-r¦.a[80]', 'dasel¦select'])(
    '%s edits nothing',
    (line) => {
      const { program, args } = wordsOf(line);
      expect(readEditor(program, args)).toBeUndefined();
    },
  );

  test('an exact directive of the file that is edited', () => {
    const { program, args } = wordsOf('augtool¦set¦/files/etc/ssh/sshd_config/Port¦22');
    expect(readEditor(program, args)).toMatchObject([{ certainty: 'exact', role: 'config' }]);
  });

  test('digits in paths and passwords are no ports', () => {
    const xpath = wordsOf("xmlstarlet¦ed¦-u¦//Connector[@port='8080']/@port¦-v¦8095¦server.xml");
    expect(othersIn(readEditor(xpath.program, xpath.args) ?? [])).toEqual(['8080']);
    const answers = wordsOf('debconf-set-selections¦app app/root_password password 8082');
    expect(othersIn(readEditor(answers.program, answers.args) ?? [])).toEqual(['8082']);
  });

  test('variables', () => {
    const { program, args } = wordsOf('crudini¦--set¦a.ini¦server¦port¦$PORT');
    expect(variablesIn(readEditor(program, args) ?? [])).toEqual(['PORT']);
  });
});
