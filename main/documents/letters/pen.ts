import PDFDocument from 'pdfkit';

/** Font files: one type of Times' proportions, upright and bold, whole (a subset is embedded). */
export interface LetterFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface Style {
  readonly size: number;
  readonly bold?: boolean;
  readonly underlined?: boolean;
}

/** Measures, breaks and draws words. Lines break at spaces alone, so that no word changes; one too long for its line is divided. */
export class Pen {
  readonly doc: PDFKit.PDFDocument;

  constructor(doc: PDFKit.PDFDocument, fonts: LetterFonts) {
    this.doc = doc;
    doc.registerFont('regular', Buffer.from(fonts.regular));
    doc.registerFont('bold', Buffer.from(fonts.bold));
  }

  width(text: string, style: Style): number {
    return this.#with(style).widthOfString(text);
  }

  /** At least one line. */
  broken(text: string, width: number, style: Style, firstIndent = 0): string[] {
    const space = this.width(' ', style);
    const lines: string[] = [];
    let line = '';
    let used = 0;
    for (const whole of text.split(/\s+/u).filter((word) => word !== '')) {
      for (const word of this.#parts(whole, width - firstIndent, style)) {
        const length = this.width(word, style);
        const room = width - (lines.length === 0 ? firstIndent : 0);
        if (line !== '' && used + space + length > room) {
          lines.push(line);
          line = '';
        }
        used = line === '' ? length : used + space + length;
        line = line === '' ? word : `${line} ${word}`;
      }
    }
    return [...lines, line];
  }

  /** @param align `both`: stretched between its words to the whole width */
  line(
    text: string,
    left: number,
    top: number,
    width: number,
    style: Style,
    align: 'left' | 'center' | 'right' | 'both' = 'left',
  ): void {
    const spare = Math.max(0, width - this.width(text, style));
    const gaps = text.split(' ').length - 1;
    const x = left + (align === 'center' ? spare / 2 : align === 'right' ? spare : 0);
    this.#with(style).text(text, x, top, {
      lineBreak: false,
      ...(align === 'both' && gaps > 0 ? { wordSpacing: spare / gaps } : {}),
    });
    if (style.underlined) this.rule(x, top + style.size * 1.06, width - spare, style.bold ? 0.9 : 0.6);
  }

  rule(left: number, top: number, width: number, thickness: number): void {
    this.doc
      .moveTo(left, top)
      .lineTo(left + width, top)
      .lineWidth(thickness)
      .stroke('#000');
  }

  #with({ size, bold }: Style): PDFKit.PDFDocument {
    return this.doc.font(bold ? 'bold' : 'regular').fontSize(size);
  }

  #parts(word: string, width: number, style: Style): string[] {
    if (this.width(word, style) <= width) return [word];
    const parts: string[] = [];
    let part = '';
    for (const sign of word) {
      if (part !== '' && this.width(part + sign, style) > width) {
        parts.push(part);
        part = '';
      }
      part += sign;
    }
    return [...parts, part];
  }
}

/** A PDF whose bytes depend on nothing but what is drawn: no clock and no chance. */
export async function pdfOf(title: string, made: Date, fonts: LetterFonts, draw: (pen: Pen) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    autoFirstPage: false,
    // None: Helvetica would be loaded.
    font: '',
    pdfVersion: '1.7',
    lang: 'id-ID',
    displayTitle: true,
    info: { Title: title, Producer: 'Anjungan', Creator: 'Anjungan', CreationDate: made },
  });
  const chunks: Buffer[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.on('end', resolve);
  doc.on('error', reject);
  draw(new Pen(doc, fonts));
  doc.end();
  await promise;
  return Buffer.concat(chunks);
}
