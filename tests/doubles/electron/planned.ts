/**
 * The same object, except that what it lacks throws by name. A call that nobody planned would otherwise do nothing here
 * and something on a kiosk.
 */
export function planned<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key) => {
      if (!(key in object)) {
        // Asked of everything: by `await`, by inspection, by JSON.
        if (typeof key === 'symbol' || key === 'then' || key === 'toJSON') return undefined;
        throw unplanned(`${name}.${key}`);
      }
      const value = Reflect.get(object, key, object) as unknown;
      // Private fields belong to the object, not to its proxy.
      return typeof value === 'function' ? value.bind(object) : value;
    },
    set: (_object, key) => {
      throw unplanned(`${name}.${String(key)} =`);
    },
  });
}

export function unplanned(what: string): Error {
  return new Error(`the double of electron has no ${what}: plan it under tests/doubles/electron`);
}
