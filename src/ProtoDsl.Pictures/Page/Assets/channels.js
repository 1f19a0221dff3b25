// What is on its way in each channel, the oldest at the receiver's end.

function showChannels(root, trace) {
  const { system } = trace;
  root.hidden = system.channels.length === 0 || system.kind === 'rendezvous';
  if (root.hidden) {
    root.replaceChildren();
    return;
  }

  const unlisted = faultsOf(system, trace.at).filter(fault => fault.kind === 'unlisted');
  root.replaceChildren(element('h2', {}, 'On the way'), ...system.channels.map((_, channel) => {
    const queue = trace.at.queues[channel];
    const slots = Array.from({ length: system.capacity }, (_, place) => {
      const letter = queue[place];
      const isFault = letter !== undefined && unlisted.some(fault => fault.channel === channel && fault.letter === letter);
      return element('li', { class: letter === undefined ? 'slot' : isFault ? 'slot message fault' : 'slot message' }, letter === undefined ? '' : system.letters[letter]);
    });
    return element('div', { class: 'channel' }, element('h3', {}, channelName(system, channel)),
      element('ol', { class: 'queue', reversed: true, 'aria-label': queue.length === 0 ? 'empty' : 'the oldest last' }, slots.reverse()));
  }));
}
