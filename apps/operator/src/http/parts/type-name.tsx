/** A type of events, such as `checkout.session.completed`: its line ends between two words, not within one. */
export const TypeName = ({ type }: Readonly<{ type: string }>) => (
  <span class="type">
    {type.split(/(?<=[._])/).map((word, index) => (
      <>
        {index > 0 && <wbr />}
        {word}
      </>
    ))}
  </span>
)
