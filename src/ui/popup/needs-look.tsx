import { counted } from '../../i18n';

/** Lines that cannot be read and data that was set aside wait in the options; here is the way. */
export function NeedsLook({ count, optionsUrl }: { count: number; optionsUrl: string }) {
  if (count === 0) return null;
  return (
    <p>
      <a href={`${optionsUrl}#/rules`} target="_blank" rel="noreferrer">
        {counted('popup_needs_look', count)}
      </a>
    </p>
  );
}
