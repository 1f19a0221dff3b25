// Makes elements. Texts are set as text, never as markup.

const SVG = 'http://www.w3.org/2000/svg';

/** element('button', { type: 'button', onclick: f }, 'text', child) */
function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function svgElement(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value);
    }
  }

  made.append(...children.flat().filter(child => child !== null && child !== undefined));
  return made;
}

function byId(id) {
  return document.getElementById(id);
}
