import { PNG } from 'pngjs';

/** What stands at a point of a picture, each part 0 to 255. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** A PNG in base64, drawn point by point. */
export function png(width: number, height: number, colourAt: (x: number, y: number) => Colour): string {
  const picture = new PNG({ width, height });
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) picture.data.set(colourAt(x, y), (y * width + x) * 4);
  return PNG.sync.write(picture).toString('base64');
}

/** A regency's arms as many are: a see-through ground, a shield with a thin border, shaded fields, and a flower. */
export function sampleLogo(): string {
  const [width, height] = [240, 300];
  return png(width, height, (x, y) => {
    const [across, down] = [(x - width / 2) / (width / 2), y / height];
    const edge = down < 0.6 ? 0.96 : 0.96 * Math.sqrt(Math.max(0, 1 - ((down - 0.6) / 0.4) ** 2));
    if (Math.abs(across) > edge) return [0, 0, 0, 0];
    if (Math.abs(across) > edge - 0.06 || down < 0.03) return [20, 20, 20, 255];
    const turn = Math.atan2(across, 0.35 - down);
    const reach = Math.hypot(across, (down - 0.35) * 1.2);
    if (reach < 0.28 + 0.12 * Math.cos(5 * turn)) return [255, 215, 0, 255];
    if (down > 0.7) return [250, 250, 250, 255];
    return across < 0 ? [0, Math.round(140 - 90 * down), 60, 255] : [30, 90, Math.round(200 - 120 * down), 255];
  });
}
