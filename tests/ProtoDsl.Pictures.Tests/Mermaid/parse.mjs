// Reads a JSON array of Mermaid texts from standard input; writes what Mermaid itself says to each: a diagram's type, or its error.
import { JSDOM } from 'jsdom';

globalThis.window = new JSDOM('').window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

let text = '';
for await (const part of process.stdin) {
  text += part;
}

const answers = [];
for (const diagram of JSON.parse(text)) {
  try {
    answers.push((await mermaid.parse(diagram)).diagramType);
  } catch (error) {
    answers.push(`error: ${error.message}`);
  }
}

process.stdout.write(JSON.stringify(answers));
