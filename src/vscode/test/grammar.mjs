// The grammar as the editor runs it: the same two libraries.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const textmate = require('vscode-textmate');
const oniguruma = require('vscode-oniguruma');

const file = path => fileURLToPath(new URL(path, import.meta.url));

/** Makes a function from a text to its tokens: line, text and scopes of each. */
export async function loadGrammar() {
    await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
    const path = file('../syntaxes/transitions.tmLanguage.json');
    const registry = new textmate.Registry({
        onigLib: Promise.resolve({ createOnigScanner: patterns => new oniguruma.OnigScanner(patterns), createOnigString: text => new oniguruma.OnigString(text) }),
        loadGrammar: async scope => scope === 'source.transitions' ? textmate.parseRawGrammar(readFileSync(path, 'utf8'), path) : null,
    });
    const grammar = await registry.loadGrammar('source.transitions');
    return text => {
        const tokens = [];
        let state = textmate.INITIAL;
        for (const [number, line] of text.split(/\r\n|\r|\n/).entries()) {
            const result = grammar.tokenizeLine(line, state);
            state = result.ruleStack;
            for (const token of result.tokens) {
                tokens.push({ line: number + 1, text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes.slice(1) });
            }
        }

        return tokens;
    };
}
