// Light or dark: as the system says, until the user chooses the other one. Choosing what the system has anyway goes back to following it.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const KEY = 'wirewalk.scheme';

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // a browser that keeps nothing follows the system
    }
  }

  function apply(chosen) {
    root.style.colorScheme = chosen ?? '';
    root.dataset.scheme = chosen ?? (system.matches ? 'dark' : 'light');
  }

  function toggle() {
    const next = root.dataset.scheme === 'dark' ? 'light' : 'dark';
    const follows = next === (system.matches ? 'dark' : 'light');
    try {
      if (follows) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, next);
    } catch {
      // the choice lasts as long as the page
    }
    apply(follows ? null : next);
  }

  apply(stored());
  system.addEventListener('change', () => apply(stored()));
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-theme-toggle]')) toggle();
  });
})();
