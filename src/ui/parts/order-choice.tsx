import { text, type MessageKey } from '../../i18n';
import { Choice } from './choice';

interface Props<Order extends string> {
  /** Each order with its words. */
  orders: readonly (readonly [order: Order, words: MessageKey])[];
  value: Order;
  change: (order: Order) => void;
}

/** The order of a list. */
export function OrderChoice<Order extends string>({ orders, value, change }: Props<Order>) {
  const choose = (chosen: string): void => {
    const found = orders.find(([order]) => order === chosen);
    if (found !== undefined) change(found[0]);
  };
  return (
    <Choice label={text('options_order')} value={value} change={choose}>
      {orders.map(([order, words]) => (
        <option key={order} value={order}>
          {text(words)}
        </option>
      ))}
    </Choice>
  );
}
