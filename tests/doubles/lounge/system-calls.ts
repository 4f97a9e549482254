/** One system call of a traced process. */
export interface SystemCall {
  readonly name: string;
  /** What the first argument's descriptor stands for: a path, or `socket:[…]`. */
  readonly file: string;
  /** The texts among the arguments, one after the other, as far as the tracer kept them. */
  readonly text: string;
}

/**
 * Reads what `strace -f -y -o` wrote: calls in the order in which they *began*, except that a sync counts from when
 * it returned, since only then is the disk promised to have it.
 */
export function readTrace(trace: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const unfinished = new Map<string, SystemCall>();
  for (const line of trace.split('\n')) {
    const resumed = /^(\d+)\s+<\.\.\. (\w+) resumed>.*= (-?\d+)/.exec(line);
    if (resumed) {
      const begun = unfinished.get(resumed[1] as string);
      unfinished.delete(resumed[1] as string);
      if (begun && isSync(begun) && resumed[3] === '0') calls.push(begun);
      continue;
    }
    const call = /^(\d+)\s+(\w+)\(\d+<([^>]*)>(.*)$/.exec(line);
    if (!call) continue;
    const [, thread = '', name = '', file = '', rest = ''] = call;
    const text = Array.from(rest.matchAll(/"((?:[^"\\]|\\.)*)"/g), ([, piece = '']) => piece).join('');
    const made: SystemCall = { name, file, text: text.replaceAll('\\"', '"') };
    if (rest.includes('<unfinished ...>')) {
      unfinished.set(thread, made);
      if (!isSync(made)) calls.push(made);
    } else calls.push(made);
  }
  return calls;
}

function isSync(call: SystemCall): boolean {
  return call.name === 'fsync' || call.name === 'fdatasync';
}
