import { Layout } from '../parts/layout.tsx'

type Props = Readonly<{ to: string; name?: string; problem?: string }>

export const SignInPage = ({ to, name = '', problem }: Props) => (
  <Layout title="Sign in" who={null}>
    <form class="card narrow" method="post" action="/sign-in">
      {problem && (
        <p class="notice bad" role="alert">
          {problem}
        </p>
      )}
      <input type="hidden" name="to" value={to} />
      <label>
        Name
        <input name="name" value={name} autocomplete="username" required autofocus={name === ''} />
      </label>
      <label>
        Password
        <input
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus={name !== ''}
        />
      </label>
      <button type="submit">Sign in</button>
    </form>
  </Layout>
)
