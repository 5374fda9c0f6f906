// A fragment never reaches a server: the way back carries it in the form.
'use strict';
document.querySelector('form').addEventListener('submit', (event) => {
  const back = event.target.elements.namedItem('return');
  if (back && location.hash && !back.value.includes('#')) back.value += location.hash;
});
