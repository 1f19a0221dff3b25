// The steps that were taken, and where among them the page is. Steps behind that place stay until another one is taken there.

class Trace {
  constructor(system) {
    this.system = system;
    this.clear();
  }

  get at() {
    return this.configurations[this.position];
  }

  clear() {
    this.steps = [];
    this.configurations = [startOf(this.system)];
    this.position = 0;
  }

  /** Takes a step from here. What had been taken from here before is forgotten, unless it was the same. */
  take(step) {
    const isSame = this.position < this.steps.length && numbersOf(step).join() === numbersOf(this.steps[this.position]).join();
    if (!isSame) {
      this.steps.length = this.position;
      this.configurations.length = this.position + 1;
      this.steps.push(step);
      this.configurations.push(after(this.system, this.at, step));
    }

    this.position++;
  }

  go(position) {
    this.position = Math.max(0, Math.min(this.steps.length, position));
  }

  /** Takes steps given as numbers, as far as they are possible. Returns how many were. */
  play(numbers) {
    this.clear();
    for (const [index, each] of numbers.entries()) {
      const step = stepsOf(this.system, this.at).find(possible => numbersOf(possible).join() === numbersOf(stepFrom(each)).join());
      if (!step) {
        return index;
      }

      this.take(step);
    }

    return numbers.length;
  }
}

/** [role, move, lost, partner, partnerMove], without what is not needed at the end. */
function numbersOf(step) {
  const all = [step.role, step.move, step.lost, step.partner, step.partnerMove];
  return all.slice(0, step.partner >= 0 ? 5 : step.lost !== 0 ? 3 : 2);
}

function stepFrom([role, move, lost = 0, partner = -1, partnerMove = -1]) {
  return { role, move, lost, partner, partnerMove };
}

/** The part of the address behind the #: session=Pair&steps=0.3,1.0&at=1 */
function addressOf(trace) {
  const parts = new URLSearchParams();
  parts.set(isAlone(trace.system) ? 'machine' : 'session', trace.system.name);
  if (trace.steps.length > 0) {
    parts.set('steps', trace.steps.map(step => numbersOf(step).join('.')).join(','));
  }

  if (trace.position !== trace.steps.length) {
    parts.set('at', trace.position);
  }

  return `#${parts.toString().replaceAll('%2C', ',')}`;
}

/** The trace of an address, and what of it does not fit this table: a sentence, or null. */
function traceFrom(model, address) {
  const parts = new URLSearchParams(address.replace(/^#/, ''));
  const wanted = parts.get('session') ?? parts.get('machine');
  const system = model.systems.find(each => each.name === wanted && isAlone(each) === parts.has('machine')) ?? model.systems[0];
  const trace = new Trace(system);
  if (wanted !== null && system.name !== wanted) {
    return { trace, problem: `There is no '${wanted}' in this table.` };
  }

  const numbers = (parts.get('steps') ?? '').split(',').filter(step => step.length > 0).map(step => step.split('.').map(Number));
  const played = trace.play(numbers);
  trace.go(Number(parts.get('at') ?? trace.steps.length) || 0);
  return { trace, problem: played < numbers.length ? `Step ${played + 1} of the address is not possible in this table; the trace ends before it.` : null };
}
