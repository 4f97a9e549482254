/**
 * Whether a PIN is among the first that anybody would try: one digit, digits in a row (also over the 9), or a group
 * that repeats.
 * @param pin digits only
 */
export function isWeakPin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = digits.slice(1).map((digit, i) => (digit - (digits[i] as number) + 10) % 10);
  // 0: one digit; 1 and 9: upwards and downwards.
  if (steps.every((step) => step === steps[0]) && [0, 1, 9].includes(steps[0] as number)) return true;
  // A text that stands in its own double at another place than its ends consists of a repeated part.
  return (pin + pin).indexOf(pin, 1) < pin.length;
}
