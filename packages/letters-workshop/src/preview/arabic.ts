import type { Phrases, Values } from '@paidonce/core/letters/phrases'

const frame = ({ name, shopName }: Pick<Values, 'name' | 'shopName'>) => ({
  greeting: name === null ? 'مرحبًا،' : `مرحبًا ${name}،`,
  orderLabel: 'الطلب',
  amountLabel: 'المبلغ',
  farewell: 'مع أطيب التحيات،',
  reason: `تصلك هذه الرسالة لأنك قدمت طلبًا لدى ${shopName}.`
})

const question = (order: string) => `إذا كان لديك سؤال، يرجى التواصل معنا وذكر رقم الطلب ${order}.`

/**
 * A short wording to look at letters from right to left with. It is not offered to buyers: it was not written by someone
 * who writes Arabic to customers.
 */
export const arabic: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `لم تتم عملية الدفع للطلب ${order}`,
    preheader:
      amount === null
        ? 'لم يتم خصم أي مبلغ. إذا كنت لا تزال ترغب في الشراء، يرجى تقديم طلب جديد.'
        : `لم يتم خصم المبلغ ${amount}. إذا كنت لا تزال ترغب في الشراء، يرجى تقديم طلب جديد.`,
    heading: 'لم تتم عملية الدفع',
    opening: `نأسف لإبلاغك بأن عملية الدفع للطلب ${order} لدى ${shopName} لم تتم. لم يتم خصم أي مبلغ.`,
    paragraphs: ['لن نتابع معالجة هذا الطلب. إذا كنت لا تزال ترغب في الشراء، يرجى تقديم طلب جديد.'],
    button: 'اطلب مرة أخرى',
    closing: [question(order)]
  }),

  payment_declined: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `تم رفض عملية الدفع للطلب ${order}`,
    preheader:
      amount === null
        ? 'لم يتم خصم أي مبلغ. لا يزال بإمكانك الدفع لهذا الطلب.'
        : `لم يتم خصم المبلغ ${amount}. لا يزال بإمكانك الدفع لهذا الطلب.`,
    heading: 'تم رفض عملية الدفع',
    opening: `نأسف لإبلاغك بأن عملية الدفع للطلب ${order} لدى ${shopName} قد رُفضت. لم يتم خصم أي مبلغ.`,
    paragraphs: ['يمكنك المحاولة مرة أخرى ببطاقة أخرى أو بطريقة دفع أخرى.'],
    button: 'حاول مرة أخرى',
    closing: [question(order)]
  }),

  refunded: ({ order, amount, name, shopName }) => ({
    ...frame({ name, shopName }),
    subject: `تم رد المبلغ المدفوع للطلب ${order}`,
    preheader:
      amount === null
        ? 'لقد رددنا كامل المبلغ. لا يلزمك القيام بأي شيء.'
        : `لقد رددنا إليك كامل المبلغ ${amount}. لا يلزمك القيام بأي شيء.`,
    heading: 'تم رد المبلغ المدفوع',
    opening: `لقد رددنا كامل المبلغ المدفوع للطلب ${order} لدى ${shopName}.`,
    amountLabel: 'المبلغ المسترد',
    paragraphs: ['يظهر المبلغ عادةً في كشف حسابك خلال 5 إلى 10 أيام عمل، حسب البنك.'],
    button: null,
    closing: ['لا يلزمك القيام بأي شيء.', question(order)]
  })
}
