// Dark or light: as the screen is, until the reader says otherwise.

const THEMES = ['auto', 'dark', 'light'];

function startTheme(button) {
  let theme = 0;
  const show = () => {
    document.documentElement.dataset.theme = THEMES[theme];
    button.textContent = { auto: '◐ Auto', dark: '● Dark', light: '○ Light' }[THEMES[theme]];
    button.setAttribute('aria-label', `Colours: ${THEMES[theme]}`);
  };
  button.addEventListener('click', () => {
    theme = (theme + 1) % THEMES.length;
    show();
  });
  show();
}
