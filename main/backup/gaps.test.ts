import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersSinceBackup, serialAfterRestore } from './gaps.ts';
import { placesIn } from './mounted-places.ts';
import { mistypedGroup, newRecoveryKey } from './recovery-key.ts';

describe('numbers after a restore', () => {
  it('go on at a hundred and one, behind all that can have been given that day', () => {
    expect(serialAfterRestore(0, 0)).toBe(100);
    expect(serialAfterRestore(30, 80)).toBe(200);
    fc.assert(
      fc.property(fc.nat(2000), fc.nat(500), (last, peak) => {
        const end = serialAfterRestore(last, peak);
        expect(end % 100).toBe(0);
        expect(end - last).toBeGreaterThanOrEqual(Math.max(99, peak));
      }),
    );
  });

  it('of letters leave room for each day since the backup, and no more than for two months', () => {
    expect(lettersSinceBackup(0, 3_600_000)).toBe(10);
    expect(lettersSinceBackup(25, 3 * 86_400_000)).toBe(75);
    expect(lettersSinceBackup(1, 5000 * 86_400_000)).toBe(600);
    // A clock behind the backup's.
    expect(lettersSinceBackup(12, -5)).toBe(12);
  });
});

describe('a slip of the pen in a recovery key', () => {
  it('is told by its group, one sign or two neighbours', () => {
    for (let nth = 0; nth < 20; nth += 1) {
      const key = newRecoveryKey().replaceAll('-', '');
      const at = nth % 31;
      const turned = key.slice(0, at) + key.charAt(at + 1) + key.charAt(at) + key.slice(at + 2);
      if (turned !== key) expect(mistypedGroup(turned)).toBe(Math.floor(at / 4) + 1);
      expect(mistypedGroup(key.slice(1))).toBeNull();
    }
  });
});

describe('places for a second copy', () => {
  it('are sticks and further disks, not the machine’s own and nothing made up', () => {
    const mounts = `/dev/sda2 / ext4 rw 0 0
proc /proc proc rw 0 0
tmpfs /mnt/memory tmpfs rw 0 0
/dev/sdb1 /media/desa/USB\\040CADANGAN vfat rw 0 0
/dev/sdc1 /mnt/arsip ext4 rw 0 0
/dev/sda1 /boot/efi vfat rw 0 0
`;
    expect(placesIn(mounts)).toEqual(['/media/desa/USB CADANGAN', '/mnt/arsip']);
  });
});
