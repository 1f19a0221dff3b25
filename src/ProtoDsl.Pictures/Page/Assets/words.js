// Numbers to words: what a step is called, and why something cannot happen.

function machineOf(model, system, role) {
  return model.machines[system.roles[role].machine];
}

function stateOf(model, system, at, role) {
  return machineOf(model, system, role).states[localOf(system, at, role).state];
}

function isAlone(system) {
  return system.kind === 'alone';
}

function systemTitle(system) {
  if (isAlone(system)) {
    return `${system.name} alone`;
  }

  const channel = system.kind === 'rendezvous' ? 'rendezvous' : `${system.lossy ? 'lossy ' : ''}${system.kind}(${system.capacity})`;
  return `session ${system.name} over ${channel}`;
}

function channelName(system, channel) {
  const [sender, receiver] = system.channels[channel];
  return `${system.roles[sender].name} → ${system.roles[receiver].name}`;
}

/** client Close [ready] !FIN */
function stepText(model, system, at, step) {
  const move = moveOf(system, at, step);
  const partner = partnerMoveOf(system, at, step);
  const parts = isAlone(system) ? [] : [system.roles[step.role].name];
  if (move.kind !== 'continue') {
    parts.push(move.text);
  }

  if (move.guard) {
    parts.push(`[${move.guard}]`);
  }

  parts.push(...move.sends.map(([, letter], index) => `!${system.letters[letter]}${isLost(step.lost, index) ? ' (lost)' : ''}`));
  if (partner) {
    parts.push(`> ${system.roles[step.partner].name} ${partner.text}${partner.guard ? ` [${partner.guard}]` : ''}`);
  }

  return parts.join(' ');
}

/** Why an event of a role's machine cannot happen now. */
function reasonOf(model, system, at, role, event) {
  const machine = machineOf(model, system, role);
  const local = localOf(system, at, role);
  const cell = machine.cells[local.state][event];
  const { name, kind } = machine.events[event];
  const moves = local.moves.filter(move => move.event === event);
  if (local.ended && kind !== 'receive') {
    return 'the conversation has ended here';
  }

  if (local.between) {
    return 'a row is being carried out';
  }

  if (moves.length > 0) {
    return waitsFor(system, at, role, moves[0]);
  }

  if (kind === 'call' && system.roles[role].calls && !system.roles[role].calls.includes(name)) {
    return 'not called in this session';
  }

  if (cell.kind === 'forbid') {
    return cell.reason ?? 'forbidden';
  }

  if (cell.defers) {
    return 'kept until the state changes';
  }

  if (cell.kind !== 'hole') {
    return kind === 'receive' ? 'nobody sends it in this session' : 'the timer is not running';
  }

  return kind === 'timer' ? 'not awaited here' : 'no row lists it here';
}

function waitsFor(system, at, role, move) {
  switch (obstacleOf(system, at, role, move)) {
    case 'drained': return 'only when nothing is on its way any more';
    case 'partner': return 'nobody offers it now';
    case 'behind': return 'something else comes first';
    case 'absent': return 'not on its way';
    default: return system.kind === 'rendezvous' ? 'nobody is ready to receive what it sends' : `no room for ${move.sends.map(([, letter]) => system.letters[letter]).join(', ')}`;
  }
}

/** One sentence about where the system is. */
function statusText(model, system, at) {
  const where = system.roles.map((role, index) => `${isAlone(system) ? '' : `${role.name} in `}${stateOf(model, system, at, index).title}`).join(', ');
  const faults = faultsOf(system, at).map(fault => (fault.kind === 'never'
    ? `This must never be${system.nevers[fault.never].reason ? `: ${system.nevers[fault.never].reason}` : ''}.`
    : `No row of ${system.roles[fault.role].name} lists ${system.letters[fault.letter]} in ${stateOf(model, system, at, fault.role).title}.`));
  const isStuck = stepsOf(system, at).length === 0;
  const end = isAlone(system) ? (isStuck ? 'Nothing can happen any more.' : '') : endText(system, at, isStuck);
  return { text: [`${where}.`, ...faults, end].filter(part => part).join(' '), isFault: faults.length > 0 || (isStuck && !isFinished(system, at)) };
}

function endText(system, at, isStuck) {
  if (isFinished(system, at)) {
    return 'All may end here.';
  }

  const left = at.queues.flat().map(letter => system.letters[letter]);
  const haveFinished = system.roles.every((_, role) => localOf(system, at, role).final);
  return !isStuck ? '' : haveFinished ? `All may end here, and nobody reads ${left.join(', ')}.` : 'Nothing can happen any more, and not all have finished.';
}

/** The trace as the table writes a scenario. */
function scenarioText(model, system, configurations, steps) {
  const delivery = (channel, letter) => {
    const [sender, receiver] = system.channels[channel];
    return `${system.roles[sender].name} -> ${system.roles[receiver].name} ${system.letters[letter]}`;
  };
  const lines = steps.flatMap((step, index) => {
    const move = moveOf(system, configurations[index], step);
    const partner = partnerMoveOf(system, configurations[index], step);
    return [
      move.kind === 'continue' ? null : move.kind === 'receive' ? delivery(move.channel, move.letter)
        : `${system.roles[step.role].name} ${move.text}${move.guard ? ` [${move.guard}]` : ''}`,
      ...move.sends.map(([channel, letter], sent) => (isLost(step.lost, sent) ? `drop ${delivery(channel, letter)}` : null)),
      partner ? delivery(partner.channel, partner.letter) : null,
    ].filter(line => line !== null);
  });
  const end = configurations[steps.length];
  const states = system.roles.map((role, index) => `${role.name} ${stateOf(model, system, end, index).name}`).join(', ');
  return `scenario "played" in ${system.name}\n${[...lines, `expect ${states}`].map(line => `    ${line}\n`).join('')}`;
}
