import { useEffect } from 'react';
import type { LetterSettingsVersion } from '../../../contract/letter-settings.ts';
import { useOfficeWords } from '../../i18n/office-letters.ts';
import { useDesk, useTimes } from '../desk.ts';
import { useList } from '../use-work.ts';

/** Who changed what, newest first. @param revision asked again with every one */
export function useVersions(revision: number): {
  versions: readonly LetterSettingsVersion[] | undefined;
  /** Of a part, in a sentence. */
  lastOf: (part: string) => string | undefined;
} {
  const { client } = useDesk();
  const { words } = useOfficeWords();
  const times = useTimes();
  const { value: versions, again } = useList(client.letterSettings.history);
  useEffect(again, [revision, again]);
  const lastOf = (part: string) => {
    const version = versions?.find((one) => one.part === part);
    if (version === undefined || times === null) return undefined;
    return words.history.last(times.past(version.at), version.by.name ?? words.history.byHand);
  };
  return { versions, lastOf };
}
