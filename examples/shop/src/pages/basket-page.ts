import { formatMoney } from '../orders/format-money.ts'
import { newOrderId } from '../orders/order.ts'
import { PRODUCTS, type Product } from '../orders/products.ts'
import { escapeHtml } from './escape-html.ts'
import { layout } from './layout.ts'
import { PICTURES } from './pictures.ts'

/** What there is to buy. Each form brings the id of the order that it would make, so that sending it twice makes one order. */
export const basketPage = (): string =>
  layout({ title: 'Tea and coffee', main: `<ul class="shelf">${PRODUCTS.map(card).join('')}</ul>` })

const card = ({ id, name, about, price, currency }: Product): string => `
<li class="card">
<div class="picture">${PICTURES[id] ?? ''}</div>
<form class="inside" method="post" action="/buy">
<h2>${escapeHtml(name)} <span>${escapeHtml(formatMoney(price, currency))}</span></h2>
<p>${escapeHtml(about)}</p>
<input type="hidden" name="id" value="${newOrderId()}">
<input type="hidden" name="product" value="${id}">
<div class="fields">
<label>How many <input name="quantity" type="number" min="1" max="20" value="1" required></label>
<label>Language <select name="locale"><option value="en">English</option><option value="vi">Tiếng Việt</option></select></label>
<label class="wide">Your e-mail <input name="email" type="email" maxlength="200" value="ann@example.com" autocomplete="email" required></label>
</div>
<button>Buy</button>
</form>
</li>`
