#!/usr/bin/env bash
# Asks the built QuickStart questions of different shapes, offline, and compares the answers with what find, grep, awk and wc say.
# Build it first: dotnet build samples/QuickStart -c Release
set -u
export LC_ALL=C
cd "$(dirname "$0")/../.." || exit 1

passed=0
failed=0

ask() { dotnet run --project samples/QuickStart -c Release --no-build -- --offline --quiet "$1"; }

verdict() { # question expected answer ok
  if [ "$4" = yes ]; then
    passed=$((passed + 1))
    printf 'ok    %s\n' "$1"
  else
    failed=$((failed + 1))
    printf 'FAIL  %s\n  expected: %s\n  answer:   %s\n' "$1" "$2" "$3"
  fi
}

contains() { # question expected
  local answer ok=no
  answer=$(ask "$1")
  case $answer in *"$2"*) [ -n "$2" ] && ok=yes ;; esac
  verdict "$1" "$2" "$answer" "$ok"
}

lists() { # question expected-lines: the lines of the answer after the first
  local answer ok=no
  answer=$(ask "$1" | tail -n +2)
  [ -n "$2" ] && [ "$answer" = "$2" ] && ok=yes
  verdict "$1" "$2" "$answer" "$ok"
}

files() { # folder name-pattern...: paths as the sample has them, each ended by NUL
  local folder=$1
  shift
  find "$folder" \( -name bin -o -name obj -o -name .git -o -name artifacts \) -prune -o -type f \( -false "$@" \) -print0 | sed -z 's|^\./||' | sort -z
}
all_files() { files . -o -name '*.cs' -o -name '*.md'; }
source_files() { files "${1:-.}" -o -name '*.cs'; }
prose_files() { files . -o -name '*.md'; }
sizes() { while IFS= read -r -d '' file; do printf '%s %s\n' "$(awk 'END { print NR }' "$file")" "$file"; done; }

longest=$(source_files | sizes | sort -k1,1nr -k2 | head -n 1)
contains "Which source file is the longest, and how many lines does it have?" "${longest#* } is the longest"
contains "Which source file is the longest, and how many lines does it have?" "it has ${longest%% *} lines"

shortest=$(source_files src | sizes | sort -k1,1n -k2 | head -n 3 | awk '{ print $2 " (" $1 " lines)" }')
contains "What are the 3 shortest C# files in the folder src?" "$shortest"

contains "How many markdown files are there?" "Number of .md files: $(prose_files | tr -dc '\0' | wc -c)."

contains "How many lines do the C# files in src/Rlm have?" "below src/Rlm: $(source_files src/Rlm | xargs -0 awk 1 | wc -l)."

contains "How many times does \"ConfigureAwait\" occur?" "Occurrences of \"ConfigureAwait\": $(all_files | xargs -0 grep -aohF ConfigureAwait | wc -l), in $(all_files | xargs -0 grep -alF ConfigureAwait | wc -l) of"

contains "How often is the word \"await\" used in src/Rlm?" "the word \"await\": $(files src/Rlm -o -name '*.cs' -o -name '*.md' | xargs -0 grep -aohw await | wc -l), in"

lists "Which files mention JavaScriptSession?" "$(all_files | xargs -0 grep -alF JavaScriptSession)"

contains "How many lines contain \"=>\" in the C# files?" "Lines that contain \"=>\": $(source_files | xargs -0 awk 1 | grep -acF '=>')."

definition=$(source_files | xargs -0 grep -anE '^[^"/]*(class|record) SourceFile[^A-Za-z0-9_]' | head -n 1 | cut -d : -f 1,2)
contains "Where is the record SourceFile defined?" "${definition:+$definition:}"

interfaces=$(source_files | xargs -0 grep -ahoE '^[ 	]*((public|internal|private|protected|static|sealed|abstract|readonly|ref|partial|unsafe|file|new)[ 	]+)*interface[ 	]+[A-Za-z_][A-Za-z0-9_]*' | awk '{ print $NF }' | sort -u)
contains "List the interfaces." "Number of interfaces: $(printf '%s\n' "$interfaces" | wc -l). Names: $(printf '%s\n' "$interfaces" | paste -s -d , | sed 's/,/, /g')"

word=$(prose_files | xargs -0 grep -aohE '[A-Za-z]{6,}' | tr '[:upper:]' '[:lower:]' | sort | uniq -c | sort -k1,1nr | awk 'NR == 1 { print $1 }')
contains "What is the most frequent word of at least 6 letters in the markdown files?" "occurs $word times"

folder=$(all_files | tr '\0' '\n' | sed 's|/[^/]*$||' | sort | uniq -c | sort -k1,1nr | awk 'NR == 1 { print $2 " has the most files" }')
contains "Which folder has the most files?" "$folder"

lists "List the files in src/Rlm/Signatures." "$(files src/Rlm/Signatures -o -name '*.cs' -o -name '*.md' | tr '\0' '\n')"

contains "How many files mention zzz-not-there-zzz?" ": 0 of $(all_files | tr -dc '\0' | wc -c)."
contains "Is the code any good?" "I do not understand the question"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
