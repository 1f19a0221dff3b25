// Every state and every event of the machines that are shown; the rows of the states in which they are now are lit.

class Matrix {
  constructor(model, root) {
    this.model = model;
    this.root = root;
  }

  /** For the machines of a system. */
  begin(system) {
    this.tables = new Map();
    for (const { machine } of system.roles) {
      if (!this.tables.has(machine)) {
        this.tables.set(machine, this.table(this.model.machines[machine]));
      }
    }

    this.root.replaceChildren(...[...this.tables].map(([machine, table]) => element('details', { open: true },
      element('summary', {}, `${this.model.machines[machine].name}: states and events`), element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Matrix' }, table))));
  }

  table(machine) {
    const head = element('tr', {}, element('th', { scope: 'col' }, 'State'), machine.events.map(event => element('th', { scope: 'col', class: event.kind }, event.name)));
    const rows = machine.states.map((state, index) => element('tr', {}, element('th', { scope: 'row' }, state.title),
      machine.cells[index].map(cell => element('td', { class: cell.kind, title: cell.full || null }, cell.kind === 'hole' ? '·' : cell.text.replaceAll('-> ', '→\u00a0')))));
    return element('table', {}, element('thead', {}, head), element('tbody', {}, rows));
  }

  light(trace) {
    for (const [machine, table] of this.tables) {
      const now = trace.system.roles.flatMap((role, index) => (role.machine === machine ? [localOf(trace.system, trace.at, index).state] : []));
      [...table.tBodies[0].rows].forEach((row, state) => row.classList.toggle('now', now.includes(state)));
    }
  }
}
