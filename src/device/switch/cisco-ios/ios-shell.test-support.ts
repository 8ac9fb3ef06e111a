/** The small IOS as a program, for a login of OpenSSH that leads to it. */
import { ScriptedIos } from './scripted-ios.test-support.ts';

const enable = process.argv[2];
const ios = new ScriptedIos((text) => process.stdout.write(text), enable === undefined ? {} : { enable });
process.stdin.on('data', (bytes) => ios.hear(bytes));
process.stdin.on('end', () => process.exit());
