import type { Phrases } from '@paidonce/core/letters/phrases'

/**
 * A short wording to look at letters from right to left with. It is not offered to buyers: it was not written by someone
 * who writes Arabic to customers.
 */
export const arabic: Phrases = {
  payment_failed: ({ order, amount, name, shopName }) => ({
    subject: `لم تتم عملية الدفع للطلب ${order}`,
    preheader:
      amount === null
        ? 'لم يتم خصم أي مبلغ. إذا كنت لا تزال ترغب في الشراء، يرجى تقديم طلب جديد.'
        : `لم يتم خصم المبلغ ${amount}. إذا كنت لا تزال ترغب في الشراء، يرجى تقديم طلب جديد.`,
    heading: 'لم تتم عملية الدفع',
    greeting: name === null ? 'مرحبًا،' : `مرحبًا ${name}،`,
    opening: `نأسف لإبلاغك بأن عملية الدفع للطلب ${order} لدى ${shopName} لم تتم. لم يتم خصم أي مبلغ.`,
    orderLabel: 'الطلب',
    amountLabel: 'المبلغ',
    paragraphs: ['لن نتابع معالجة هذا الطلب. إذا كنت لا تزال ترغب في الشراء، يرجى تقديم طلب جديد.'],
    button: 'اطلب مرة أخرى',
    closing: [`إذا كان لديك سؤال، يرجى التواصل معنا وذكر رقم الطلب ${order}.`],
    farewell: 'مع أطيب التحيات،',
    reason: `تصلك هذه الرسالة لأنك قدمت طلبًا لدى ${shopName}.`
  })
}
