#!/usr/bin/env bash
# Prove the README's two commands on a Debian made from nothing: minbase, python3 and git, no python3-venv, no Qt libraries.
# Run as root, with debootstrap:
#
#   packaging/verify_clean_root.sh [--mirror URL] [--suite NAME] [--base DIR] [--copy PATH]... [--pass NAME]... [--keep]
#
#   --mirror URL   Debian mirror (http://deb.debian.org/debian)
#   --suite NAME   Debian release (bookworm)
#   --base DIR     where the untouched root is made and kept, to be copied again the next time (else made and removed each time)
#   --copy PATH    a file or folder of this machine to have at the same place in the root (an apt or pip setting, a certificate)
#   --pass NAME    an environment variable to hand on (PIP_INDEX_URL, https_proxy ...)
#   --keep         leave the root standing
#
# Ends with 0 when every step did what the README says, with 1 at the first that did not.
set -euo pipefail

mirror=http://deb.debian.org/debian suite=bookworm base='' keep=0 copies=() passed=()
while (($#)); do
  case $1 in
    --mirror) mirror=$2; shift 2 ;;
    --suite) suite=$2; shift 2 ;;
    --base) base=$2; shift 2 ;;
    --copy) copies+=("$2"); shift 2 ;;
    --pass) passed+=("$2"); shift 2 ;;
    --keep) keep=1; shift ;;
    *) sed -n '2,15s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
done
((EUID == 0)) || { echo "A Debian root can only be made by root." >&2; exit 2; }
command -v debootstrap >/dev/null || { echo "Install debootstrap first." >&2; exit 2; }

source=$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)
work=$(mktemp -d "${TMPDIR:-/tmp}/journeywall-root.XXXXXX")
folder=$work/root
log=$(mktemp)

cleanup() {
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  mountpoint -q "$folder/proc" && umount "$folder/proc"
  ((keep)) || rm -rf --one-file-system "$work"
  rm -f "$log"
}
started=()
trap cleanup EXIT

fail() { echo "FAILED: $*"; exit 1; }

# in_root USER COMMAND...: run in the root with a small clean environment.
in_root() {
  local user=$1 environment=(PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8) name
  shift
  environment+=("HOME=$([[ $user == root ]] && echo /root || echo "/home/$user")" DEBIAN_FRONTEND=noninteractive)
  for name in "${passed[@]}"; do [[ -z ${!name:-} ]] || environment+=("$name=${!name}"); done
  env -i "${environment[@]}" chroot --userspec="$user:$user" "$folder" "$@"
}

# dev EXPECTED DISPLAY ARGUMENTS...: packaging/dev.py as an ordinary user; its output in $log, its seconds in $seconds.
dev() {
  local expected=$1 display=$2 status=0 begin=$SECONDS
  shift 2
  in_root visitor env ${display:+DISPLAY=$display} sh -c 'cd ~/journeywall && exec python3 packaging/dev.py "$@"' dev "$@" \
    </dev/null >"$log" 2>&1 || status=$?
  seconds=$((SECONDS - begin))
  if ((status != expected)); then
    tail -n 60 "$log"
    fail "dev.py $* ended with $status, not $expected"
  fi
}

# install_as_told: run the one line that dev.py printed.
install_as_told() {
  local line
  line=$(sed -n 's/^    \(sudo apt-get .*\)$/\1/p' "$log")
  [[ $(grep -c . <<<"$line") == 1 ]] || { cat "$log"; fail "there is not one line to install the libraries with"; }
  echo "      $line"
  in_root root sh -c "${line//sudo /}" >/dev/null 2>&1 || fail "that line does not install them"
}

if [[ ! -x ${base:-$folder}/usr/bin/python3 ]]; then
  echo "making a $suite root"
  debootstrap --variant=minbase --include=python3,git "$suite" "${base:-$folder}" "$mirror" >"$log" 2>&1 || { tail "$log"; fail debootstrap; }
fi
[[ -z $base ]] || cp -a "$base" "$folder"
for path in /etc/resolv.conf /etc/hosts "${copies[@]}"; do
  mkdir -p "$folder$(dirname "$path")"
  cp -aL "$path" "$folder$(dirname "$path")/"
done
mountpoint -q "$folder/proc" || mount -t proc proc "$folder/proc"
in_root root id visitor >/dev/null 2>&1 || in_root root useradd --create-home visitor
rm -rf "$folder/home/visitor/journeywall"
git clone --quiet --no-hardlinks "$source" "$folder/home/visitor/journeywall"
in_root root chown -R visitor:visitor /home/visitor
in_root visitor python3 -c 'import ensurepip' 2>/dev/null && fail "this root has python3-venv; it should not"

echo "1  run, no display, nothing set up"
dev 0 '' run
for suffix in pdf xlsx png journey; do
  [[ $(find "$folder/home/visitor/journeywall/output" -name "*.$suffix" -size +4k) ]] || fail "no .$suffix in output/"
done
echo "      ${seconds} s"

echo "2  run again"
dev 0 '' run
((seconds <= 30)) || fail "the second start took ${seconds} s"
echo "      ${seconds} s"

echo "3  run with a display that answers, libraries missing"
in_root root python3 -c '
import pathlib, socket, time
pathlib.Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
server = socket.socket(socket.AF_UNIX)
pathlib.Path("/tmp/.X11-unix/X77").unlink(missing_ok=True)
server.bind("/tmp/.X11-unix/X77")
pathlib.Path("/tmp/.X11-unix/X77").chmod(0o777)
server.listen()
time.sleep(300)' &
started+=($!)
sleep 2
dev 3 :77 run
grep -q 'sudo apt-get .*libxcb-cursor0' "$log" || { cat "$log"; fail "the line for the window's libraries is not printed"; }
grep -q '\.pdf$' "$log" || fail "the example is not exported meanwhile"
kill "${started[@]}" 2>/dev/null || true
window_libraries=$(<"$log")

echo "4  test, libraries missing"
dev 3 '' test
install_as_told

echo "5  test"
dev 0 '' test
sed -n '/ passed/p' "$log" | tail -n 1 | sed 's/^/      /'
echo "      ${seconds} s"

echo "6  the editor on a virtual screen"
printf '%s\n' "$window_libraries" >"$log"
install_as_told
in_root root apt-get install -qq -y --no-install-recommends xvfb >/dev/null 2>&1 || fail "xvfb cannot be installed"
in_root visitor Xvfb :78 -screen 0 1280x800x24 >/dev/null 2>&1 &
started+=($!)
sleep 3
status=0
in_root visitor env DISPLAY=:78 sh -c 'cd ~/journeywall && exec timeout 20 python3 packaging/dev.py run' >"$log" 2>&1 || status=$?
((status == 124)) || { cat "$log"; fail "the editor did not stay open (status $status)"; }

echo "all steps did what the README says"
