#!/usr/bin/env bash
# Runs the built samples offline and looks for what each of them must print.
# Build them first: dotnet build Rlm.sln -c Release
set -u
export LC_ALL=C
unset ANTHROPIC_API_KEY
cd "$(dirname "$0")/.." || exit 1

passed=0
failed=0

verdict() { # name expected output
  case $3 in
    *"$2"*)
      passed=$((passed + 1))
      printf 'ok    %s: %s\n' "$1" "$2"
      ;;
    *)
      failed=$((failed + 1))
      printf 'FAIL  %s\n  expected: %s\n  printed:\n%s\n' "$1" "$2" "$3"
      ;;
  esac
}

run() { timeout 120 dotnet run --project "samples/$1" -c Release --no-build 2>&1; }

output=$(run 02-TypedSignature)
verdict 02-TypedSignature 'billing     500 errors, the first at 2026-01-31 08:00:03Z' "$output"
verdict 02-TypedSignature 'severity must be one of' "$output"

output=$(run 03-Tools)
verdict 03-Tools 'The coldest is Oslo with 24.8 °F.' "$output"
verdict 03-Tools 'Warned: Oslo: It is -4 °C.' "$output"

verdict 04-CustomModule 'Dear Ada, two of your orders need a look: 1234 and 4321.' "$(run 04-CustomModule)"

verdict 05-Streaming 'The mood is content: {"content":12}' "$(run 05-Streaming | sed 's/\x1b\[[0-9;?]*[A-Za-z]//g')"

# The web API: a whole stream, then a client that leaves in the middle of one.
log=$(mktemp)
dotnet run --project samples/06-AspNetCore -c Release --no-build -- --urls http://127.0.0.1:0 > "$log" 2>&1 &
server=$!
trap 'kill $server 2> /dev/null; rm -f "$log"' EXIT
address=
for _ in $(seq 300); do
  address=$(grep -o 'http://127.0.0.1:[0-9]*' "$log" | head -n 1)
  [ -n "$address" ] && break
  sleep 0.2
done
output=$(curl -sN --max-time 60 "$address/ask?question=How+many+words?")
verdict 06-AspNetCore 'event: answer
data: The text has 120000 words.' "$output"
curl -sN --max-time 60 "$address/ask?question=Who+left?" | head -n 1 > /dev/null
for _ in $(seq 100); do
  grep -q 'was abandoned' "$log" && break
  sleep 0.2
done
verdict 06-AspNetCore "The run of 'Who left?' was abandoned" "$(cat "$log")"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
