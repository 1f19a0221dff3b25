// One machine's picture: where it is, what led there, what can be taken next; to be moved and enlarged.

const ZOOM = 1.25;
const LARGEST = 1.5;

class Diagram {
  /** choose(row) is called when a row is clicked that can be taken. */
  constructor(model, system, role, choose) {
    this.model = model;
    this.system = system;
    this.role = role;
    this.choose = choose;
    const machine = machineOf(model, system, role);
    this.title = element('h2');
    this.frame = element('div', { class: 'frame', tabindex: 0, role: 'group', 'aria-label': `Diagram of ${machine.name}. Plus and minus zoom, arrows move, 0 fits.` });
    this.root = element('figure', { class: 'diagram' }, element('figcaption', {}, this.title, this.buttons()), this.frame);
    if (machine.svg === null) {
      this.frame.append(element('p', {}, 'This machine is too large for a diagram that anybody could read. The matrix below has all of it.'));
      return;
    }

    this.svg = new DOMParser().parseFromString(machine.svg, 'image/svg+xml').documentElement;
    this.size = { width: Number(this.svg.getAttribute('width')), height: Number(this.svg.getAttribute('height')) };
    this.svg.setAttribute('preserveAspectRatio', 'xMidYMin meet');
    this.svg.removeAttribute('width');
    this.svg.removeAttribute('height');
    this.frame.append(this.svg);
    this.listen();
  }

  buttons() {
    const button = (label, text, action) => element('button', { type: 'button', 'aria-label': label, title: label, onclick: action }, text);
    return element('span', { class: 'zoom' }, button('Enlarge', '+', () => this.zoom(1 / ZOOM)), button('Reduce', '−', () => this.zoom(ZOOM)), button('Fit', '⤢', () => this.fit()));
  }

  /** The whole picture, but no larger than makes sense. Needs its place in the page. */
  fit() {
    if (this.svg) {
      const share = Math.max(1, Math.min(this.frame.clientWidth / this.size.width, this.frame.clientHeight / this.size.height) / LARGEST);
      const [width, height] = [this.size.width * share, this.size.height * share];
      this.view = { x: (this.size.width - width) / 2, y: (this.size.height - height) / 2, width, height };
      this.show();
    }
  }

  show() {
    const { x, y, width, height } = this.view;
    this.svg.setAttribute('viewBox', `${x} ${y} ${width} ${height}`);
  }

  /** Keeps the point at the given share of the picture where it is. */
  zoom(factor, shareX = 0.5, shareY = 0.5) {
    if (!this.svg) {
      return;
    }

    const width = Math.min(this.size.width * 6, Math.max(120, this.view.width * factor));
    const height = width * this.size.height / this.size.width;
    this.view = { x: this.view.x + (this.view.width - width) * shareX, y: this.view.y + (this.view.height - height) * shareY, width, height };
    this.show();
  }

  move(x, y) {
    if (this.svg) {
      this.view.x += x;
      this.view.y += y;
      this.show();
    }
  }

  listen() {
    this.frame.addEventListener('keydown', event => {
      const step = this.view.width / 10;
      const actions = {
        '+': () => this.zoom(1 / ZOOM), '=': () => this.zoom(1 / ZOOM), '-': () => this.zoom(ZOOM), 0: () => this.fit(),
        ArrowLeft: () => this.move(-step, 0), ArrowRight: () => this.move(step, 0), ArrowUp: () => this.move(0, -step), ArrowDown: () => this.move(0, step),
      };
      if (actions[event.key] && !event.ctrlKey && !event.metaKey) {
        actions[event.key]();
        event.preventDefault();
        event.stopPropagation();
      }
    });
    this.frame.addEventListener('wheel', event => {
      if (event.ctrlKey || event.metaKey) {
        const box = this.svg.getBoundingClientRect();
        this.zoom(event.deltaY > 0 ? ZOOM : 1 / ZOOM, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
        event.preventDefault();
      }
    }, { passive: false });
    this.drag();
    this.svg.addEventListener('click', event => {
      const text = event.target.closest('text.can');
      if (text && !this.wasDragged) {
        this.choose(Number(text.dataset.row));
      }
    });
  }

  drag() {
    let from = null;
    this.svg.addEventListener('pointerdown', event => {
      from = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
      this.wasDragged = false;
    });
    this.svg.addEventListener('pointermove', event => {
      if (from && (this.wasDragged || Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4)) {
        if (!this.wasDragged) {
          this.svg.setPointerCapture(event.pointerId);
          this.wasDragged = true;
        }

        const scale = 1 / this.svg.getScreenCTM().a;
        this.move((from.x - event.clientX) * scale, (from.y - event.clientY) * scale);
        from = { x: event.clientX, y: event.clientY };
      }
    });
    for (const end of ['pointerup', 'pointercancel']) {
      this.svg.addEventListener(end, () => {
        from = null;
      });
    }
  }

  /** Where the picture is enlarged, the state comes into view. */
  follow(state) {
    const box = this.svg.querySelector(`[data-state="${state}"] .box`);
    const shift = box.parentNode.parentNode.transform.baseVal.consolidate().matrix;
    const [x, y] = [box.x.baseVal.value + box.width.baseVal.value / 2 + shift.e, box.y.baseVal.value + box.height.baseVal.value / 2 + shift.f];
    if (x < this.view.x || x > this.view.x + this.view.width || y < this.view.y || y > this.view.y + this.view.height) {
      this.view.x = x - this.view.width / 2;
      this.view.y = y - this.view.height / 2;
      this.show();
    }
  }

  /** Lights the state, the edge that led there, and the rows that can be taken. */
  light(trace) {
    const { system, role } = this;
    const state = stateOf(this.model, system, trace.at, role);
    this.title.textContent = isAlone(system) ? state.title : `${system.roles[role].name}: ${state.title}`;
    if (!this.svg) {
      return;
    }

    const local = localOf(system, trace.at, role);
    this.follow(local.state);
    const rows = new Set(stepsOf(system, trace.at).flatMap(step => rowsOf(system, trace.at, step, role)));
    const last = lastMoveOf(trace, role);
    for (const box of this.svg.querySelectorAll('[data-state]')) {
      box.classList.toggle('now', Number(box.dataset.state) === local.state);
    }

    for (const text of this.svg.querySelectorAll('text[data-row]')) {
      const row = Number(text.dataset.row);
      const edge = text.closest('.edge');
      const own = text.closest('[data-state]');
      const isHere = edge ? Number(edge.dataset.from) === local.state : !own || Number(own.dataset.state) === local.state;
      text.classList.toggle('can', isHere && rows.has(row));
    }

    for (const edge of this.svg.querySelectorAll('.edge')) {
      edge.classList.toggle('taken', last !== null && Number(edge.dataset.from) === last.from && Number(edge.dataset.to) === last.to && edge.dataset.rows.split(' ').includes(String(last.row)));
    }
  }
}

/** The rows of a role that a step takes. */
function rowsOf(system, at, step, role) {
  const moves = [];
  if (step.role === role) {
    moves.push(moveOf(system, at, step));
  }

  if (step.partner === role) {
    moves.push(partnerMoveOf(system, at, step));
  }

  return moves.map(move => move.row);
}

/** The last row that a role took, and between which states of its table. */
function lastMoveOf(trace, role) {
  for (let index = trace.position - 1; index >= 0; index--) {
    const [row] = rowsOf(trace.system, trace.configurations[index], trace.steps[index], role);
    if (row !== undefined) {
      const [from, to] = [index, index + 1].map(place => localOf(trace.system, trace.configurations[place], role).state);
      return { row, from, to };
    }
  }

  return null;
}
