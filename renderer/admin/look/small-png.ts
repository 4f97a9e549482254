/** Longest side in points, largest first, until the picture is small enough for one call to the hub. */
const sides = [640, 480, 360, 256, 192, 128, 96];
const longestBase64 = 48_000;

/** Draws the picture so that its longer side has so many points; a data URL of a PNG. */
export type Draw = (side: number) => string;

/**
 * The largest PNG of a picture that fits, as base64.
 * @returns null when even the smallest is too large
 */
export function smallPng(draw: Draw): string | null {
  for (const side of sides) {
    const base64 = draw(side).replace('data:image/png;base64,', '');
    if (base64.length <= longestBase64) return base64;
  }
  return null;
}

/**
 * Reads a picture that somebody chose, and makes it small.
 * @throws when the browser cannot read it
 */
export async function logoFrom(file: Blob): Promise<string | null> {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d');
  if (paper === null) throw new Error('this browser draws nothing');
  const found = smallPng((side) => {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    paper.clearRect(0, 0, canvas.width, canvas.height);
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png');
  });
  picture.close();
  return found;
}
