// The counterexamples that the checker found, to be chosen and played.

class Stories {
  constructor(model, pick, select, text, open) {
    this.model = model;
    this.select = select;
    this.text = text;
    pick.hidden = model.stories.length === 0;
    select.append(element('option', { value: '' }, `none of ${model.stories.length}`),
      ...model.stories.map((story, index) => element('option', { value: index }, `${model.systems[story.system].name}: ${story.title} (${story.rule})`)));
    select.addEventListener('change', () => {
      if (select.value !== '') {
        open(model.stories[Number(select.value)]);
      }
    });
  }

  /** Names the story whose trace is shown; whoever leaves its way leaves the story. */
  show(trace) {
    const steps = trace.steps.map(step => numbersOf(step).join('.')).join();
    const index = this.model.stories.findIndex(story => this.model.systems[story.system] === trace.system && story.steps.map(step => step.join('.')).join() === steps);
    this.select.value = index < 0 ? '' : String(index);
    this.text.hidden = index < 0;
    this.text.textContent = index < 0 ? '' : this.model.stories[index].text;
  }
}
