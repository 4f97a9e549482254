import { Accessibility, ArrowLeft, HandHelping, House, Languages, type LucideIcon } from 'lucide-react';
import type { Catalogue } from '../i18n/index.ts';
import css from './bar.module.css';

interface Props {
  words: Catalogue['bar'];
  /** Null where there is nothing to go back to or to leave; the others keep their places. */
  onBack: (() => void) | null;
  onStart: (() => void) | null;
  onLanguage: () => void;
  onPanel: () => void;
  onHelp: () => void;
  help: 'none' | 'calling' | 'accepted';
  otherLanguage: string;
}

/** The fixed bar: help is always in the same place. */
export function Bar({ words, onBack, onStart, onLanguage, onPanel, onHelp, help, otherLanguage }: Props) {
  const helpWords = { none: words.help, calling: words.helpOpen, accepted: words.helpComing }[help];
  return (
    <nav className={css.bar} aria-label={words.label}>
      <Item icon={ArrowLeft} label={words.back} onPress={onBack} />
      <Item icon={House} label={words.start} onPress={onStart} />
      <Item icon={Languages} label={words.otherLanguage} onPress={onLanguage} lang={otherLanguage} />
      <Item icon={Accessibility} label={words.panel} onPress={onPanel} />
      <Item icon={HandHelping} label={helpWords} onPress={onHelp} kind={help === 'none' ? 'night' : 'called'} />
    </nav>
  );
}

interface ItemProps {
  icon: LucideIcon;
  label: string;
  onPress: (() => void) | null;
  kind?: 'night' | 'called';
  lang?: string;
}

function Item({ icon: Icon, label, onPress, kind, lang }: ItemProps) {
  return (
    <button
      type="button"
      className={css.item}
      data-kind={kind}
      data-absent={onPress === null || undefined}
      disabled={onPress === null}
      onClick={onPress ?? undefined}
      lang={lang}
    >
      <Icon />
      <span>{label}</span>
    </button>
  );
}
