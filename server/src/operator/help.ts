/** What `--help` prints. */
export const HELP = `Looks after the accounts of this server: the operator's command.

  npm run accounts -w server -- COMMAND [OPTIONS]

It reads the same environment variables as the server. With the embedded database the server has to be stopped first.

Commands
  find TEXT           the accounts whose id, openid, phone, e-mail address or username TEXT is; personal data is masked
  show ID             one account: what it is known by, its WeChats, its last events; masked without --reveal
  sessions ID         where the account is signed in
  block ID            ends its sessions and refuses every sign-in from now on
  unblock ID          lets it sign in again
  end-sessions ID     signs it out everywhere, or ends one session with --session UUID
  unlink ID           removes its WeChat identities, or one with --appid APPID, and signs it out everywhere
  export ID           everything held about the account, as JSON; --out FILE writes a new file that only you can read
  erase ID            deletes the account and everything held about it, for good
  import FILE         takes the users of another backend in, with their ids (.jsonl, .csv; docs/moving-in.md); without --yes a
                      dry run; --out FILE writes what could not be taken, as JSON lines

Options
  --reveal            show: phone and e-mail address in full, which the audit trail records
  --session UUID      end-sessions: only this one
  --appid APPID       unlink: only the identity under this AppID
  --force             unlink: even if no sign-in method is left
  --out FILE          export, import: where to
  --yes               block, end-sessions, unlink, erase: do not ask; without it the ID has to be typed once more;
                      import: write
  --as NAME           who you are, for the audit trail; the name of your user account without it
  --json              print JSON (run npm with --silent, which otherwise prints lines of its own)
  --help              this text

Passwords, tokens, session keys and their hashes are never shown.

Exit codes
  0  done            1  not done: not found, refused, not confirmed, no database            2  command line not understood
`
