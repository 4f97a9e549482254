import { Droplets, RefreshCw, Wrench } from 'lucide-react';
import type { Bilingual } from '../../contract/base.ts';
import { useWords } from '../i18n/index.ts';
import { Message } from '../ui/message.tsx';

/** The hub is out of reach; it comes back by itself. */
export function Offline({ desk }: { desk: Bilingual | undefined }) {
  const { words, pick } = useWords();
  const place = desk === undefined ? words.outOfOrder.desk : pick(desk);
  const lines = [words.offline.detail, words.offline.valid, words.offline.desk(place)];
  return <Message icon={<RefreshCw />} title={words.offline.title} lines={lines} clips={['offline']} />;
}

export function OutOfOrder({ desk }: { desk: Bilingual | undefined }) {
  const { words, pick } = useWords();
  const place = desk === undefined ? words.outOfOrder.desk : pick(desk);
  const lines = [words.outOfOrder.detail(place)];
  return <Message icon={<Wrench />} title={words.outOfOrder.title} lines={lines} clips={['out-of-order', 'go.desk']} />;
}

export function Cleaning({ seconds }: { seconds: number }) {
  const { words } = useWords();
  const lines = [words.cleaning.detail, words.common.secondsLeft(seconds)];
  return <Message icon={<Droplets />} title={words.cleaning.title} lines={lines} clips={[]} />;
}
