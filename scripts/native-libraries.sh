#!/bin/sh
# Installs the native libraries that PDF making needs where they are missing, or says exactly what to install.
# With the word "venv": Python's venv module. With "office": LibreOffice Writer and Calc, which only the tests use.
set -eu

debian="libglib2.0-0 libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1"
brew="pango harfbuzz fontconfig glib"
case "${1:-}" in
  venv) debian="python3-venv" ; brew="python" ;;
  office) debian="libreoffice-writer-nogui libreoffice-calc-nogui" ; brew="" ;;
esac

present() {
  case "${1:-}" in
    venv) return 1 ;;
    office) program=$(command -v soffice) || return 1
      ! command -v apt-get >/dev/null 2>&1 || [ -e "$(dirname "$(readlink -f "$program")")/libsclo.so" ] ;;
    *) .venv/bin/python -c 'import sys; from builder.render.native import missing_libraries; sys.exit(bool(missing_libraries()))' 2>/dev/null ;;
  esac
}

present "${1:-}" && exit 0

if command -v apt-get >/dev/null 2>&1; then
  sudo=""
  [ "$(id -u)" = 0 ] || sudo="sudo"
  if [ -n "$sudo" ] && ! command -v sudo >/dev/null 2>&1; then
    echo "Please install as root: apt-get install $debian" >&2
    exit 3
  fi
  echo "Installing: $debian" >&2
  $sudo apt-get update -q >/dev/null
  # shellcheck disable=SC2086  # a list of packages
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $debian >/dev/null
elif command -v brew >/dev/null 2>&1 && [ -n "$brew" ]; then
  # shellcheck disable=SC2086
  brew install $brew
else
  echo "Please install with your package manager: $debian" >&2
  exit 3
fi
