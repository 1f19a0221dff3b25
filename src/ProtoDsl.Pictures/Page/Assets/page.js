// Puts the parts together. The trace is the only thing that changes; every part shows it anew.

const model = JSON.parse(byId('data').textContent);
const events = new Events(model, byId('events'), take);
const chart = new Chart(model, byId('chart'), byId('steps'), go);
const matrix = new Matrix(model, byId('matrix'));
const stories = new Stories(model, byId('stories-pick'), byId('stories'), byId('story'), story => open(model.systems[story.system], story.steps));
let trace = null;
let diagrams = [];

function begin(next) {
  const isOther = trace === null || trace.system !== next.system;
  trace = next;
  if (isOther) {
    diagrams = trace.system.roles.map((_, role) => new Diagram(model, trace.system, role, row => events.choose(trace, role, row)));
    byId('diagrams').replaceChildren(...diagrams.map(diagram => diagram.root));
    diagrams.forEach(diagram => diagram.fit());
    byId('system').value = String(model.systems.indexOf(trace.system));
    document.body.classList.toggle('alone', isAlone(trace.system));
    matrix.begin(trace.system);
  }
}

function show(problem = null) {
  const { text, isFault } = statusText(model, trace.system, trace.at);
  byId('status').textContent = problem ? `${problem} ${text}` : text;
  byId('status').classList.toggle('fault', isFault || problem !== null);
  diagrams.forEach(diagram => diagram.light(trace));
  events.show(trace);
  showChannels(byId('channels'), trace);
  chart.show(trace);
  matrix.light(trace);
  stories.show(trace);
  byId('sequence').hidden = trace.steps.length === 0;
  byId('position').max = trace.steps.length;
  byId('position').value = trace.position;
  byId('count').textContent = `${trace.position} of ${trace.steps.length}`;
  byId('first').disabled = byId('back').disabled = trace.position === 0;
  byId('last').disabled = byId('forward').disabled = trace.position === trace.steps.length;
  byId('clear').disabled = trace.steps.length === 0;
  byId('scenario').hidden = isAlone(trace.system);
}

function take(step) {
  const isInside = byId('events').contains(document.activeElement);
  trace.take(step);
  show();
  history.pushState(null, '', addressOf(trace));
  if (isInside) {
    byId('events').querySelector('.choice')?.focus({ preventScroll: true });
  }
}

function go(position) {
  trace.go(position);
  show();
  history.replaceState(null, '', addressOf(trace));
}

/** Shows a system; with the steps of a counterexample, at their start. */
function open(system, steps = []) {
  const next = new Trace(system);
  next.play(steps);
  next.go(0);
  begin(next);
  show();
  history.pushState(null, '', addressOf(trace));
}

function load() {
  const { trace: next, problem } = traceFrom(model, location.hash);
  begin(next);
  show(problem);
}

function showScenario() {
  const dialog = byId('scenario-text');
  const area = dialog.querySelector('textarea');
  area.value = scenarioText(model, trace.system, trace.configurations, trace.steps.slice(0, trace.position));
  dialog.showModal();
  area.select();
}

const actions = {
  first: () => go(0), back: () => go(trace.position - 1), forward: () => go(trace.position + 1), last: () => go(trace.steps.length), clear: () => open(trace.system), scenario: showScenario,
};
const keys = { Home: 'first', ArrowLeft: 'back', ArrowRight: 'forward', End: 'last', Delete: 'clear' };

byId('system').append(...model.systems.map((system, index) => element('option', { value: index }, systemTitle(system))));
byId('system').addEventListener('change', () => open(model.systems[Number(byId('system').value)]));
byId('position').addEventListener('input', () => go(Number(byId('position').value)));
Object.entries(actions).forEach(([id, action]) => byId(id).addEventListener('click', action));
document.addEventListener('keydown', event => {
  const isTyping = event.target.matches('select, input, textarea, [role=region]') || event.ctrlKey || event.metaKey || event.altKey;
  if (keys[event.key] && !isTyping && !byId('scenario-text').open && !byId(keys[event.key]).disabled) {
    actions[keys[event.key]]();
    event.preventDefault();
  }
});
addEventListener('popstate', load);
startTheme(byId('theme'));
load();
