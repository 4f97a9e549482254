import { contract } from '../../contract/index.ts';

const routes = Object.values(contract)
  .flatMap((domain) => Object.values(domain))
  .flatMap((procedure) => {
    const { method = 'POST', path } = procedure['~orpc'].route;
    return path === undefined ? [] : { method, pattern: new RegExp(`^/api${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) };
  });

/** The methods that a REST path knows, to tell a wrong method from a wrong path; empty where there is no such path. */
export function methodsOf(path: string): string[] {
  return routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
}
