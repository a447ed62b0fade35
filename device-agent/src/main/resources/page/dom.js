// The few things that every part of the page does with its elements.

export const byId = id => document.getElementById(id);

// An element with properties and children. Text goes in as text, never as markup.
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Only what differs is written: a screen reader would say it again.
export function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
