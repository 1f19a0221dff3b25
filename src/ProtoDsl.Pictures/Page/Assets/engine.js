// The steps of a system of communicating automata. Everything is a number: guards, tags, timers and effects were compiled into
// local states and moves, so that nothing here looks at a table. A configuration is { locals, queues }: the local state of each role,
// and the letters in each channel, the oldest first. A step is { role, move, lost, partner, partnerMove }; bit i of lost is set when the
// i-th message it sends is lost, and partner is the receiving role over rendezvous, else -1.

/** More messages of one move than are lost one by one: then all of them or none. */
const MOST_LOST_APART = 3;

function startOf(system) {
  return { locals: system.roles.map(role => role.start), queues: system.channels.map(() => []) };
}

function localOf(system, at, role) {
  return system.roles[role].locals[at.locals[role]];
}

function moveOf(system, at, step) {
  return localOf(system, at, step.role).moves[step.move];
}

function partnerMoveOf(system, at, step) {
  return step.partner < 0 ? null : localOf(system, at, step.partner).moves[step.partnerMove];
}

/** Where the letter stands that a role would receive now; -1 for nowhere. What is deferred is passed over. */
function placeOf(system, at, role, channel, letter) {
  const queue = at.queues[channel];
  if (system.kind === 'bag') {
    return queue.indexOf(letter);
  }

  const { deferred } = localOf(system, at, role).listening[channel];
  for (let place = 0; place < queue.length; place++) {
    if (queue[place] === letter) {
      return place;
    }

    if (!deferred.includes(queue[place])) {
      return -1;
    }
  }

  return -1;
}

/** What keeps a move from being taken now, apart from what it sends; null for nothing. */
function obstacleOf(system, at, role, move) {
  if (move.kind === 'drained' && !isDrained(system, at, role)) {
    return 'drained';
  }

  if (move.kind === 'receive' && move.channel >= 0) {
    if (system.kind === 'rendezvous') {
      return 'partner';
    }

    if (placeOf(system, at, role, move.channel, move.letter) < 0) {
      return at.queues[move.channel].includes(move.letter) ? 'behind' : 'absent';
    }
  }

  return null;
}

/** Nothing is on its way, and no other role has a timer that can still run out. */
function isDrained(system, at, role) {
  return at.queues.every(queue => queue.length === 0) && system.roles.every((_, other) => other === role || !localOf(system, at, other).live);
}

function hasRoom(system, at, move, lost) {
  const sent = system.channels.map(() => 0);
  move.sends.forEach(([channel], index) => {
    sent[channel] += isLost(lost, index) ? 0 : 1;
  });
  return sent.every((count, channel) => at.queues[channel].length + count <= system.capacity);
}

function isLost(lost, index) {
  return Math.floor(lost / 2 ** index) % 2 === 1;
}

/** Every step that can be taken. */
function stepsOf(system, at) {
  return system.roles.flatMap((_, role) => localOf(system, at, role).moves.flatMap((move, index) => stepsOfMove(system, at, role, move, index)));
}

function stepsOfMove(system, at, role, move, index) {
  if (obstacleOf(system, at, role, move) !== null) {
    return [];
  }

  if (system.kind === 'rendezvous' && move.sends.length > 0) {
    return partnersOf(system, at, move).map(([partner, partnerMove]) => ({ role, move: index, lost: 0, partner, partnerMove }));
  }

  return lossesOf(system, move).filter(lost => hasRoom(system, at, move, lost)).map(lost => ({ role, move: index, lost, partner: -1, partnerMove: -1 }));
}

function lossesOf(system, move) {
  const count = move.sends.length;
  if (!system.lossy || count === 0) {
    return [0];
  }

  return count <= MOST_LOST_APART ? Array.from({ length: 2 ** count }, (_, lost) => lost) : [0, 2 ** count - 1];
}

/** Over rendezvous: the roles and moves that can receive what a move sends. */
function partnersOf(system, at, move) {
  const [channel, letter] = move.sends[0];
  const partner = system.channels[channel][1];
  return localOf(system, at, partner).moves.flatMap((other, index) => (other.kind === 'receive' && other.channel === channel && other.letter === letter ? [[partner, index]] : []));
}

/** The configuration after a step that can be taken. */
function after(system, at, step) {
  const move = moveOf(system, at, step);
  const locals = at.locals.slice();
  const queues = at.queues.map(queue => queue.slice());
  locals[step.role] = move.target;
  if (step.partner >= 0) {
    locals[step.partner] = partnerMoveOf(system, at, step).target;
    return { locals, queues };
  }

  if (move.kind === 'receive' && move.channel >= 0) {
    queues[move.channel].splice(placeOf(system, at, step.role, move.channel, move.letter), 1);
  }

  move.sends.forEach(([channel, letter], index) => {
    if (!isLost(step.lost, index)) {
      queues[channel].push(letter);
    }
  });
  return { locals, queues };
}

/** What is wrong in a configuration: messages that their receiver listens for and does not list, and what must never be. */
function faultsOf(system, at) {
  const faults = system.channels.flatMap(([, role], channel) => unlistedOf(system, at, role, channel).map(letter => ({ kind: 'unlisted', role, channel, letter })));
  system.nevers.forEach((never, index) => {
    if (never.states.every(([role, state]) => localOf(system, at, role).state === state)) {
      faults.push({ kind: 'never', never: index });
    }
  });
  return faults;
}

function unlistedOf(system, at, role, channel) {
  const listening = localOf(system, at, role).listening[channel];
  if (!listening.listens) {
    return [];
  }

  const isUnlisted = letter => !listening.taken.includes(letter) && !listening.deferred.includes(letter);
  if (system.kind === 'rendezvous') {
    return [...new Set(offersOf(system, at, channel).filter(isUnlisted))];
  }

  // In a bag another message may be received first, as long as anything can happen.
  if (system.kind === 'bag') {
    return stepsOf(system, at).length > 0 ? [] : [...new Set(at.queues[channel].filter(isUnlisted))];
  }

  const first = at.queues[channel].find(letter => !listening.deferred.includes(letter));
  return first !== undefined && isUnlisted(first) ? [first] : [];
}

function offersOf(system, at, channel) {
  const sender = system.channels[channel][0];
  return localOf(system, at, sender).moves
    .filter(move => move.sends.length > 0 && move.sends[0][0] === channel && obstacleOf(system, at, sender, move) === null)
    .map(move => move.sends[0][1]);
}

/** True where all roles may stop and nothing is on its way. */
function isFinished(system, at) {
  return system.roles.every((_, role) => localOf(system, at, role).final) && at.queues.every(queue => queue.length === 0);
}
