/** Keeps the screen from going dark, where the browser can; an Electron window is kept awake by its shell. */
export function stayAwake(): void {
  const ask = () => {
    // It is given to visible pages only and lost when the page is hidden; a refusal leaves the screen to the system.
    if (document.visibilityState === 'visible') void navigator.wakeLock?.request('screen').catch(() => undefined);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
