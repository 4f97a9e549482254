import type { ReactNode } from 'react';
import css from './guide.module.css';

/** A slip printer from its side, front to the right: the same four lines, with what changes at each step. */

function Picture({ children }: { children: ReactNode }) {
  return (
    <svg className={css.picture} viewBox="0 0 480 250" aria-hidden="true">
      {children}
    </svg>
  );
}

/** The lower half, cut open so that the roll in it can be seen. */
function Body() {
  return (
    <path
      className={css.body}
      d="M110 120 V205 Q110 225 130 225 H335 Q355 225 355 205 V120 H338 V196 Q338 206 328 206 H140 Q128 206 128 194 V120 Z"
    />
  );
}

/** Its hinge is at the back. @param degrees 0: closed */
function Cover({ degrees }: { degrees: number }) {
  return (
    <path
      className={css.body}
      transform={`rotate(${-degrees} 119 116)`}
      d="M110 116 V96 Q110 62 144 62 H296 Q338 62 338 96 V116 H320 V100 Q320 80 296 80 H146 Q128 80 128 100 V116 Z"
    />
  );
}

function Roll() {
  return (
    <>
      <circle className={css.paper} cx="222" cy="146" r="56" />
      <circle className={css.turn} cx="222" cy="146" r="40" />
      <circle className={css.turn} cx="222" cy="146" r="26" />
      <circle className={css.core} cx="222" cy="146" r="13" />
    </>
  );
}

/** From under the roll, up along the front. @param top where it ends */
function Strip({ top }: { top: number }) {
  return (
    <>
      <path className={css.strip} d={`M222 202 H286 Q326 202 326 162 V${top}`} />
      <path className={css.printed} d={`M331 ${top} V162 Q331 207 286 207 H240`} />
    </>
  );
}

function Arrow({ d, head }: { d: string; head: string }) {
  return (
    <>
      <path className={css.arrow} d={d} />
      <path className={css.arrowHead} d={head} />
    </>
  );
}

export function OpenPicture() {
  return (
    <Picture>
      <g transform="translate(76 66) scale(0.72)">
        <Body />
        <Roll />
        <Cover degrees={52} />
        <Arrow d="M400 110 A 200 200 0 0 0 326 -20" head="M316 -30 l36 4 l-18 26 z" />
      </g>
    </Picture>
  );
}

/** Beside the roll the proof of its outer side: a fingernail leaves a dark line. */
export function RollPicture() {
  return (
    <Picture>
      <g transform="translate(-70 0)">
        <Body />
        <Roll />
        <Strip top={60} />
        <Arrow d="M186 108 A 52 52 0 0 0 186 184" head="M190 196 l-20 -8 l20 -16 z" />
      </g>
      <path className={css.paper} d="M340 44 H456 V206 H340 Z" />
      <path className={css.scratch} d="M362 92 Q380 80 396 92 T432 86" />
      <path className={css.finger} d="M431 84 q-12 3 -9 16 l20 66 q6 18 22 14 t14 -22 l-18 -66 q-4 -12 -18 -9 z" />
      <path className={css.nail} d="M432 88 q-8 3 -6 11 q10 2 17 -5 q-3 -8 -11 -6 z" />
    </Picture>
  );
}

/** With a measure beside the paper that stands out. */
export function PullPicture() {
  return (
    <Picture>
      <Body />
      <Roll />
      <Strip top={26} />
      <path className={css.measure} d="M366 26 H386 M376 26 V118 M366 118 H386" />
      <Arrow d="M300 112 V44" head="M300 24 l14 24 h-28 z" />
    </Picture>
  );
}

export function ClosePicture() {
  return (
    <Picture>
      <Body />
      <Roll />
      <Cover degrees={0} />
      <path className={css.strip} d="M222 202 H286 Q326 202 326 162 V130" />
      <path
        className={css.paper}
        d="M347 116 V40 l8 7 l8 -7 l8 7 l8 -7 l8 7 V116 l-8 -7 l-8 7 l-8 -7 l-8 7 z"
        transform="rotate(16 367 78)"
      />
      <Arrow d="M224 8 V34" head="M224 52 l-15 -22 h30 z" />
      <Arrow d="M398 96 Q428 96 442 74" head="M450 58 l3 28 l-24 -12 z" />
    </Picture>
  );
}
