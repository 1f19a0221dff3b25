import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadGrammar } from './grammar.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const tokenize = await loadGrammar();

/** Every table that is shipped or tested, but those that are broken on purpose. */
function samples(folder) {
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
        const path = join(folder, entry.name);
        return entry.isDirectory()
            ? ['bin', 'obj', 'node_modules', 'Broken'].includes(entry.name) || entry.name.startsWith('.') ? [] : samples(path)
            : entry.name.endsWith('.transitions') ? [path] : [];
    });
}

for (const path of [...samples(join(root, 'examples')), ...samples(join(root, 'tests'))]) {
    test(`every word of ${relative(root, path)} has a scope`, () => {
        const bare = tokenize(readFileSync(path, 'utf8')).filter(token => token.text.trim().length > 0 && !token.scopes.some(scope => !scope.startsWith('meta.')));
        assert.deepEqual(bare.map(token => `${token.line}: ${token.text}`), []);
    });
}

// A table, and in brackets what each word of it is: the first part of its scope that tells.
const cases = [
    ['protocol Tcp version 1', 'protocol=keyword Tcp=entity.name.namespace version=keyword 1=constant.numeric'],
    ['import A, B', 'import=keyword A=entity.name.namespace B=entity.name.namespace'],
    ['message ACK(SYN|FIN of), DATA(List<int> x) = Acme.Data', 'message=keyword ACK=entity.name.type.message SYN=variable.other.enummember FIN=variable.other.enummember of=variable.parameter DATA=entity.name.type.message List=support.type int=storage.type x=variable.parameter Acme=support.type Data=support.type'],
    ['call Send(ReadOnlyMemory<byte> data), Close', 'Send=entity.name.function.call ReadOnlyMemory=support.type byte=storage.type data=variable.parameter Close=entity.name.function.call'],
    ['timer Wait = 240s // x', 'timer=keyword Wait=entity.name.variable.timer 240=constant.numeric.duration s=keyword.other.unit x=comment'],
    ['tag Code = 220 | 221 = int', 'Code=entity.name.type.tag 220=constant.numeric 221=constant.numeric'],
    ['public async machine M', 'public=storage.modifier async=storage.modifier machine=storage.type M=entity.name.type.class'],
    ['initial final state CLOSED = 1 "closed"', 'initial=storage.modifier state=storage.type CLOSED=entity.name.section.state 1=constant.numeric closed=string'],
    ['in any except A, B', 'in=storage.type any=keyword except=keyword A=variable.other.state B=variable.other.state'],
    ['    ?ACK(FIN) | Close [ready && !(busy)] / !ACK(SYN), deliver(x), restart Idle -> FIN_WAIT', '?=keyword.operator.receive ACK=entity.name.type.message FIN=variable.parameter Close=entity.name.function.call ready=entity.name.function.guard &&=keyword.operator.logical busy=entity.name.function.guard deliver=entity.name.function.effect restart=keyword Idle=variable.other.timer ->=keyword.operator.arrow FIN_WAIT=variable.other.state'],
    ['    after Wait drained -> same', 'after=keyword Wait=variable.other.timer drained=keyword same=variable.language'],
    ['    forbid Send [else] "why // not"', 'forbid=keyword Send=entity.name.function.call else=keyword why // not=string'],
    ['    entry start Idle, !A', 'entry=keyword start=keyword Idle=variable.other.timer A=entity.name.type.message'],
    ['keep Send in Open until ?RST | after * "lost"', 'keep=keyword Send=entity.name.function.call in=keyword Open=variable.other.state until=keyword RST=entity.name.type.message after=keyword *=keyword.operator.any lost=string'],
    ['    client : Tcp calls Go, Halt from CLOSED', 'client=entity.name.variable.role Tcp=entity.name.type.class calls=keyword Go=entity.name.function.call from=keyword CLOSED=variable.other.state'],
    ['    over lossy fifo(2)', 'over=keyword lossy=storage.modifier fifo=support.constant 2=constant.numeric'],
    ['    never "both" a CLOSED, b OPEN', 'never=keyword both=string a=variable.other.role CLOSED=variable.other.state b=variable.other.role OPEN=variable.other.state'],
    ['    drop a -> b ACK(FIN)', 'drop=keyword a=variable.other.role ->=keyword.operator.arrow b=variable.other.role ACK=entity.name.type.message FIN=variable.parameter'],
    ['    a after Wait', 'a=variable.other.role after=keyword Wait=variable.other.timer'],
    ['    after -> X', 'after=entity.name.function.call X=variable.other.state'],
    ['    state -> X', 'state=entity.name.function.call X=variable.other.state'],
    ['// protodsl: disable PDSL1048 since', '//=comment disable=keyword PDSL1048=constant since=comment'],
    ['/// what it is', 'what it is=comment.block.documentation'],
];

for (const [line, expected] of cases) {
    test(line.trim(), () => {
        const tokens = tokenize(line);
        for (const pair of expected.match(/\S+(?: \/\/ not| it is)?=\S+/g) ?? []) {
            const at = pair.indexOf('=', 1);
            const [text, scope] = [pair.slice(0, at), pair.slice(at + 1)];
            const found = tokens.filter(token => token.text.trim().split(/\s+/).includes(text) || (scope.startsWith('comment') || scope.startsWith('string')) && token.text.includes(text));
            assert.ok(found.some(token => token.scopes.some(name => name.startsWith(scope))), `${text} is no ${scope}: ${JSON.stringify(found)}`);
        }
    });
}
