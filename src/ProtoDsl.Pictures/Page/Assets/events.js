// What each role can do, a button for each way; and what it cannot, with the reason.

class Events {
  constructor(model, root, take) {
    this.model = model;
    this.root = root;
    this.take = take;
  }

  show(trace) {
    const { system } = trace;
    const steps = stepsOf(system, trace.at);
    const open = new Map([...this.root.querySelectorAll('details')].map(details => [details.dataset.role, details.open]));
    this.root.replaceChildren(...system.roles.map((_, role) => this.role(system, trace.at, role, steps, open.get(String(role)) ?? isAlone(system))));
  }

  role(system, at, role, steps, isOpen) {
    const machine = machineOf(this.model, system, role);
    const local = localOf(system, at, role);
    const own = steps.filter(step => step.role === role);
    const possible = new Set([...own, ...steps.filter(step => step.partner === role)].flatMap(step => eventsOf(system, at, step, role)));
    const others = machine.events.map((_, event) => event).filter(event => !possible.has(event));
    const running = [...stateOf(this.model, system, at, role).timers, ...local.armed.map(timer => machine.timers[timer])];
    return element('section', { class: 'role', 'aria-label': `Events of ${system.roles[role].name}` },
      element('h2', {}, isAlone(system) ? 'What can happen' : system.roles[role].name, ' ', element('span', { class: 'where' }, stateOf(this.model, system, at, role).title, local.ended ? ' (has ended)' : '')),
      running.length > 0 ? element('p', { class: 'timers' }, 'Running: ', running.join(', ')) : null,
      element('ul', { class: 'choices' }, own.map(step => element('li', {}, this.choice(system, at, step)))),
      own.length === 0 ? element('p', { class: 'none' }, 'Nothing that it can do by itself.') : null,
      element('details', { 'data-role': role, open: isOpen },
        element('summary', {}, `${others.length} ${others.length === 1 ? 'event is' : 'events are'} not possible`),
        element('ul', { class: 'others' }, others.map(event => element('li', {},
          element('span', { class: `name ${machine.events[event].kind}` }, machine.events[event].name), ' ', element('span', { class: 'reason' }, reasonOf(this.model, system, at, role, event)))))));
  }

  choice(system, at, step) {
    const move = moveOf(system, at, step);
    const machine = machineOf(this.model, system, step.role);
    const partner = partnerMoveOf(system, at, step);
    const target = machine.states[system.roles[step.role].locals[move.target].state];
    const isSame = system.roles[step.role].locals[move.target].state === localOf(system, at, step.role).state;
    const from = move.channel >= 0 && system.roles.length > 2 ? ` from ${system.roles[system.channels[move.channel][0]].name}` : '';
    const kind = move.kind === 'receive' ? 'receive' : move.kind === 'call' ? 'call' : 'timer';
    return element('button', { type: 'button', class: 'choice', title: move.row < 0 ? 'taken silently' : machine.rows[move.row], 'data-row': move.row, onclick: () => this.take(step) },
      element('span', { class: kind }, move.kind === 'continue' ? '…' : move.text + from),
      move.guard ? element('span', { class: 'guard' }, ` [${move.guard}]`) : null,
      move.sends.map(([channel, letter], index) => element('span', { class: isLost(step.lost, index) ? 'effect lost' : 'effect' },
        ` !${system.letters[letter]}${system.roles.length > 2 ? ` to ${system.roles[system.channels[channel][1]].name}` : ''}${isLost(step.lost, index) ? ' (lost)' : ''}`)),
      partner && partner.guard ? element('span', { class: 'guard' }, ` ${system.roles[step.partner].name} [${partner.guard}]`) : null,
      isSame ? null : element('span', { class: 'target' }, ` → ${target.title}`));
  }

  /** Takes the row of a role if there is one way to; else shows the ways. */
  choose(trace, role, row) {
    const ways = stepsOf(trace.system, trace.at).filter(step => rowsOf(trace.system, trace.at, step, role).includes(row));
    if (ways.length === 1) {
      this.take(ways[0]);
    } else {
      const section = this.root.children[ways[0].role];
      section.querySelector(`.choice[data-row="${row}"]`)?.focus();
    }
  }
}

function eventsOf(system, at, step, role) {
  const events = step.role === role ? [moveOf(system, at, step).event] : [];
  return step.partner === role ? [...events, partnerMoveOf(system, at, step).event] : events;
}
