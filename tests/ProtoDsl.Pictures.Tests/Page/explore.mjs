// Reads { engine, models } from standard input: the page's engine as text, and the data of pages. Explores every session with it, breadth-first, and writes
// for each how many configurations there are, and which kinds of faults they show.

let text = '';
for await (const part of process.stdin) {
  text += part;
}

const { engine, models } = JSON.parse(text);
const { startOf, stepsOf, after, faultsOf } = new Function(`${engine}; return { startOf, stepsOf, after, faultsOf };`)();

function explore(system) {
  const keyOf = at => JSON.stringify([at.locals, at.queues.map(queue => (system.kind === 'bag' ? [...queue].sort((a, b) => a - b) : queue))]);
  const start = startOf(system);
  const seen = new Set([keyOf(start)]);
  const open = [start];
  const faults = new Set();
  for (let next = 0; next < open.length; next++) {
    faultsOf(system, open[next]).forEach(fault => faults.add(fault.kind));
    for (const step of stepsOf(system, open[next])) {
      const successor = after(system, open[next], step);
      const key = keyOf(successor);
      if (!seen.has(key)) {
        seen.add(key);
        open.push(successor);
      }
    }
  }

  return { configurations: open.length, faults: [...faults].sort() };
}

process.stdout.write(JSON.stringify(models.map(model => model.systems.filter(system => system.kind !== 'alone').map(explore))));
