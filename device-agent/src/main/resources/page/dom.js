// Functions that every part of the page uses for its elements.

export const byId = id => document.getElementById(id);

// An element with properties and children. Text is inserted as text, never as markup.
export function make(name, properties = {}, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// Writes only a changed text: a screen reader would read it again.
export function write(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}
