import { describe, expect, it } from 'vitest';
import { patiently } from '../../src/messages/send';

const later = (until: number) => ({ ok: false as const, trouble: 'later' as const, detail: '', until });

describe('a question to an archive', () => {
  it('is asked again when it was too early, and not when it was answered', async () => {
    const answers = [later(Date.now() + 60), later(0), { ok: true as const, html: 'here' }, { ok: true as const, html: 'twice' }];
    expect(await patiently(async () => answers.shift() ?? later(0))).toEqual({ ok: true, html: 'here' });
    expect(answers).toHaveLength(1);
  });

  it('is not asked again while the archive asks to be left alone', async () => {
    let asked = 0;
    const busy = { ok: false as const, trouble: 'busy' as const, detail: '429', until: Date.now() + 5 };
    expect(
      await patiently(async () => {
        asked += 1;
        return busy;
      }),
    ).toBe(busy);
    expect(asked).toBe(1);
  });

  it('is given up at last', async () => {
    let asked = 0;
    expect(
      await patiently(async () => {
        asked += 1;
        return later(0);
      }),
    ).toMatchObject({ trouble: 'later' });
    expect(asked).toBe(30);
  });
});
