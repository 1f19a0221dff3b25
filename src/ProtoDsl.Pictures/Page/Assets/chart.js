// The message sequence chart: a line of time for each role, an arrow from the step that sends to the step that receives. So two messages that
// pass each other on the way cross here too.

const CHART = { left: 150, between: 230, right: 150, top: 34, step: 46 };

class Chart {
  constructor(model, root, list, go) {
    this.model = model;
    this.root = root;
    this.list = list;
    this.go = go;
  }

  show(trace) {
    this.showList(trace);
    this.root.hidden = isAlone(trace.system);
    this.root.replaceChildren(...(this.root.hidden ? [] : [this.draw(trace)]));
  }

  showList(trace) {
    this.list.replaceChildren(...trace.steps.map((step, index) => element('li', { 'aria-current': index + 1 === trace.position ? 'step' : null, class: index < trace.position ? 'done' : 'future' },
      element('button', { type: 'button', onclick: () => this.go(index + 1) }, stepText(this.model, trace.system, trace.configurations[index], step)))));
  }

  draw(trace) {
    const { system } = trace;
    const width = CHART.left + (system.roles.length - 1) * CHART.between + CHART.right;
    const arrows = arrowsOf(trace);
    const height = heightOf(trace.steps.length) + (arrows.some(arrow => arrow.received < 0 && !arrow.isLost) ? CHART.step : 16);
    const svg = svgElement('svg', { class: 'chart', viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': 'Message sequence chart; the list of steps says the same in words.' });
    system.roles.forEach((role, index) => {
      svg.append(svgElement('text', { class: 'title', x: placeOfRole(index), y: 16 }, role.name),
        svgElement('path', { class: 'life', d: `M${placeOfRole(index)} ${CHART.top}V${height - 6}` }));
    });
    svg.append(svgElement('path', { class: 'here', d: `M20 ${heightOf(trace.position) + 17}H${width - 20}` }));
    svg.append(...arrows.map(arrow => drawArrow(system, trace, arrow)));
    system.roles.forEach((_, role) => svg.append(this.box(trace, role, 0)));
    trace.steps.forEach((step, index) => svg.append(...this.step(trace, step, index)));
    return svg;
  }

  step(trace, step, index) {
    const { system } = trace;
    const at = trace.configurations[index];
    const move = moveOf(system, at, step);
    const y = heightOf(index + 1) - 14;
    const kind = index < trace.position ? 'done' : 'future';
    const marks = [step.role, step.partner].filter(role => role >= 0).map(role => svgElement('circle', { class: `mark ${kind}`, cx: placeOfRole(role), cy: y, r: 3.5 }));
    const isFirst = step.role === 0;
    const text = move.kind === 'receive' || move.kind === 'continue' ? (move.guard ? `[${move.guard}]` : '') : `${move.text}${move.guard ? ` [${move.guard}]` : ''}`;
    const label = text ? [svgElement('text', { class: `event ${move.kind === 'call' ? 'call' : move.kind === 'receive' ? 'guard' : 'timer'} ${kind}`, x: placeOfRole(step.role) + (isFirst ? -10 : 10), y: y + 4, 'text-anchor': isFirst ? 'end' : 'start' }, text)] : [];
    const changed = [step.role, step.partner].filter(role => role >= 0 && localOf(system, at, role).state !== localOf(system, trace.configurations[index + 1], role).state);
    return [...marks, ...label, ...changed.map(role => this.box(trace, role, index + 1))];
  }

  box(trace, role, index) {
    const text = stateOf(this.model, trace.system, trace.configurations[index], role).title;
    const width = Math.max(40, text.length * 7 + 12);
    const y = heightOf(index);
    const x = placeOfRole(role);
    return svgElement('g', { class: `place ${index <= trace.position ? 'done' : 'future'}` },
      svgElement('rect', { x: x - width / 2, y: y - 7, width, height: 16, rx: 4 }), svgElement('text', { x, y: y + 5, 'text-anchor': 'middle' }, text));
  }
}

function placeOfRole(role) {
  return CHART.left + role * CHART.between;
}

function heightOf(index) {
  return CHART.top + index * CHART.step;
}

/** Every message of the trace: who sent it in which step, and in which step it was received; -1 for not yet. */
function arrowsOf(trace) {
  const { system } = trace;
  const queues = system.channels.map(() => []);
  const arrows = [];
  trace.steps.forEach((step, index) => {
    const at = trace.configurations[index];
    const move = moveOf(system, at, step);
    if (move.kind === 'receive' && move.channel >= 0) {
      const [arrow] = queues[move.channel].splice(placeOf(system, at, step.role, move.channel, move.letter), 1);
      arrow.received = index;
    }

    move.sends.forEach(([channel, letter], sent) => {
      const arrow = { channel, letter, sent: index, received: step.partner >= 0 ? index : -1, isLost: isLost(step.lost, sent), order: sent };
      arrows.push(arrow);
      if (!arrow.isLost && step.partner < 0) {
        queues[channel].push(arrow);
      }
    });
  });
  return arrows;
}

function drawArrow(system, trace, arrow) {
  const [sender, receiver] = system.channels[arrow.channel].map(placeOfRole);
  const isUnderway = arrow.received < 0;
  const start = { x: sender, y: heightOf(arrow.sent + 1) - 14 + 6 * arrow.order };
  const whole = { x: receiver, y: isUnderway ? start.y + CHART.step : heightOf(arrow.received + 1) - 14 };
  const share = arrow.isLost ? 0.5 : isUnderway ? 0.7 : 1;
  const inset = Math.sign(receiver - sender) * (share === 1 ? 4 : 0);
  const end = { x: start.x + (whole.x - start.x) * share - inset, y: start.y + (whole.y - start.y) * share };
  const kind = arrow.sent >= trace.position ? 'future' : isUnderway || arrow.received >= trace.position ? 'flying' : 'done';
  const isRight = end.x > start.x;
  const angle = Math.atan2(end.y - start.y, end.x - start.x) * 180 / Math.PI + (isRight ? 0 : 180);
  const near = { x: start.x + (end.x - start.x) * 0.3, y: start.y + (end.y - start.y) * 0.3 };
  return svgElement('g', { class: `arrow ${kind}${arrow.isLost ? ' lost' : ''}` },
    svgElement('path', { class: 'line', d: `M${start.x} ${start.y}L${end.x} ${end.y}`, 'marker-end': arrow.isLost ? null : 'url(#arrow)' }),
    arrow.isLost ? svgElement('path', { class: 'cross', d: `M${end.x - 5} ${end.y - 5}l10 10m0 -10l-10 10` }) : null,
    svgElement('text', { class: 'receive', x: near.x, y: near.y - 5, 'text-anchor': 'middle', transform: `rotate(${angle.toFixed(1)} ${near.x} ${near.y})` }, system.letters[arrow.letter]));
}
