namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Expressions on strings and URIs, and what <see cref="Samples"/> shows of their values in Node.js 20.</summary>
internal static class StringSamples
{
    public const string Lines = """""
        props(String)
          => "fromCharCode:wcfromCharCode/1 fromCodePoint:wcfromCodePoint/1 length:c name:c prototype: raw:wcraw/1"
        String.prototype.trimLeft===String.prototype.trimStart&&String.prototype.trimRight.name
          => "trimEnd"
        String.prototype[Symbol.iterator]
          => fn:[Symbol.iterator]/0
        typeof String.prototype+String.prototype.length
          => "object0"
        'x'.constructor===String
          => true
        TEXTS.map(s=>['at','charAt','charCodeAt','codePointAt'].map(m=>INDICES.map(i=>s[m](i))))
          => [[[undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined], ["", "", "", "", "", "", "", "", "", "", "", ""], [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN], [undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined, undefined]], [["a", "a", "b", "c", "c", "a", undefined, undefined, "b", "a", undefined, "b"], ["a", "a", "b", "", "c", "a", "", "", "b", "a", "", "b"], [97, 97, 98, NaN, 99, 97, NaN, NaN, 98, 97, NaN, 98], [97, 97, 98, undefined, 99, 97, undefined, undefined, 98, 97, undefined, 98]], [["a", "a", "X", "c", "b", "a", undefined, undefined, "X", "a", undefined, "X"], ["a", "a", "X", "", "b", "a", "", "", "X", "a", "", "X"], [97, 97, 88, NaN, 98, 97, NaN, NaN, 88, 97, NaN, 88], [97, 97, 88, undefined, 98, 97, undefined, undefined, 88, 97, undefined, 88]], [["\ud83d", "\ud83d", "\ude00", "\ud800", "x", "\ud83d", undefined, undefined, "\ude00", "\ud83d", undefined, "\ude00"], ["\ud83d", "\ud83d", "\ude00", "", "x", "\ud83d", "", "", "\ude00", "\ud83d", "", "\ude00"], [55357, 55357, 56832, NaN, 120, 55357, NaN, NaN, 56832, 55357, NaN, 56832], [128512, 128512, 56832, undefined, 120, 128512, undefined, undefined, 56832, 128512, undefined, 56832]], [[" ", " ", " ", " ", "\u0009", " ", undefined, undefined, " ", " ", undefined, " "], [" ", " ", " ", "", "\u0009", " ", "", "", " ", " ", "", " "], [32, 32, 32, NaN, 9, 32, NaN, NaN, 32, 32, NaN, 32], [32, 32, 32, undefined, 9, 32, undefined, undefined, 32, 32, undefined, 32]], [["a", "a", "b", "b", "a", "a", undefined, undefined, "b", "a", undefined, "b"], ["a", "a", "b", "", "a", "a", "", "", "b", "a", "", "b"], [97, 97, 98, NaN, 97, 97, NaN, NaN, 98, 97, NaN, 98], [97, 97, 98, undefined, 97, 97, undefined, undefined, 98, 97, undefined, 98]]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[1].slice(i,j)))
          => [["abc", "", "a", "ab", "ab", "", "abc", "", "a", "", "abc", "a"], ["abc", "", "a", "ab", "ab", "", "abc", "", "a", "", "abc", "a"], ["bc", "", "", "b", "b", "", "bc", "", "", "", "bc", ""], ["c", "", "", "", "", "", "c", "", "", "", "c", ""], ["c", "", "", "", "", "", "c", "", "", "", "c", ""], ["abc", "", "a", "ab", "ab", "", "abc", "", "a", "", "abc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["abc", "", "a", "ab", "ab", "", "abc", "", "a", "", "abc", "a"], ["bc", "", "", "b", "b", "", "bc", "", "", "", "bc", ""], ["abc", "", "a", "ab", "ab", "", "abc", "", "a", "", "abc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["bc", "", "", "b", "b", "", "bc", "", "", "", "bc", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[2].slice(i,j)))
          => [["aXbXc", "", "a", "aXbX", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["aXbXc", "", "a", "aXbX", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["XbXc", "", "", "XbX", "X", "", "XbXc", "", "", "", "XbXc", ""], ["c", "", "", "", "", "", "c", "", "", "", "c", ""], ["bXc", "", "", "bX", "", "", "bXc", "", "", "", "bXc", ""], ["aXbXc", "", "a", "aXbX", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["aXbXc", "", "a", "aXbX", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["XbXc", "", "", "XbX", "X", "", "XbXc", "", "", "", "XbXc", ""], ["aXbXc", "", "a", "aXbX", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["XbXc", "", "", "XbX", "X", "", "XbXc", "", "", "", "XbXc", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[3].slice(i,j)))
          => [["\ud83d\ude00x\ud800", "", "\ud83d", "\ud83d\ude00x", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ud83d\ude00x\ud800", "", "\ud83d", "\ud83d\ude00x", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ude00x\ud800", "", "", "\ude00x", "\ude00", "", "\ude00x\ud800", "", "", "", "\ude00x\ud800", ""], ["\ud800", "", "", "", "", "", "\ud800", "", "", "", "\ud800", ""], ["x\ud800", "", "", "x", "", "", "x\ud800", "", "", "", "x\ud800", ""], ["\ud83d\ude00x\ud800", "", "\ud83d", "\ud83d\ude00x", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["\ud83d\ude00x\ud800", "", "\ud83d", "\ud83d\ude00x", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ude00x\ud800", "", "", "\ude00x", "\ude00", "", "\ude00x\ud800", "", "", "", "\ude00x\ud800", ""], ["\ud83d\ude00x\ud800", "", "\ud83d", "\ud83d\ude00x", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["\ude00x\ud800", "", "", "\ude00x", "\ude00", "", "\ude00x\ud800", "", "", "", "\ude00x\ud800", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[5].slice(i,j)))
          => [["ababab", "", "a", "ababa", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["ababab", "", "a", "ababa", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["babab", "", "", "baba", "b", "", "babab", "", "", "", "babab", ""], ["b", "", "", "", "", "", "b", "", "", "", "b", ""], ["abab", "", "", "aba", "", "", "abab", "", "", "", "abab", ""], ["ababab", "", "a", "ababa", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["ababab", "", "a", "ababa", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["babab", "", "", "baba", "b", "", "babab", "", "", "", "babab", ""], ["ababab", "", "a", "ababa", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["babab", "", "", "baba", "b", "", "babab", "", "", "", "babab", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[1].substring(i,j)))
          => [["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["bc", "a", "", "a", "b", "a", "bc", "a", "", "a", "bc", ""], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["c", "ab", "b", "ab", "", "ab", "c", "ab", "b", "ab", "c", "b"], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["", "abc", "bc", "abc", "c", "abc", "", "abc", "bc", "abc", "", "bc"], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["bc", "a", "", "a", "b", "a", "bc", "a", "", "a", "bc", ""], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["", "abc", "bc", "abc", "c", "abc", "", "abc", "bc", "abc", "", "bc"], ["bc", "a", "", "a", "b", "a", "bc", "a", "", "a", "bc", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[2].substring(i,j)))
          => [["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["XbXc", "a", "", "a", "X", "a", "XbXc", "a", "", "a", "XbXc", ""], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["bXc", "aX", "X", "aX", "", "aX", "bXc", "aX", "X", "aX", "bXc", "X"], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["", "aXbXc", "XbXc", "aXbXc", "bXc", "aXbXc", "", "aXbXc", "XbXc", "aXbXc", "", "XbXc"], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["XbXc", "a", "", "a", "X", "a", "XbXc", "a", "", "a", "XbXc", ""], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["", "aXbXc", "XbXc", "aXbXc", "bXc", "aXbXc", "", "aXbXc", "XbXc", "aXbXc", "", "XbXc"], ["XbXc", "a", "", "a", "X", "a", "XbXc", "a", "", "a", "XbXc", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[3].substring(i,j)))
          => [["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ude00x\ud800", "\ud83d", "", "\ud83d", "\ude00", "\ud83d", "\ude00x\ud800", "\ud83d", "", "\ud83d", "\ude00x\ud800", ""], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["x\ud800", "\ud83d\ude00", "\ude00", "\ud83d\ude00", "", "\ud83d\ude00", "x\ud800", "\ud83d\ude00", "\ude00", "\ud83d\ude00", "x\ud800", "\ude00"], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["", "\ud83d\ude00x\ud800", "\ude00x\ud800", "\ud83d\ude00x\ud800", "x\ud800", "\ud83d\ude00x\ud800", "", "\ud83d\ude00x\ud800", "\ude00x\ud800", "\ud83d\ude00x\ud800", "", "\ude00x\ud800"], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ude00x\ud800", "\ud83d", "", "\ud83d", "\ude00", "\ud83d", "\ude00x\ud800", "\ud83d", "", "\ud83d", "\ude00x\ud800", ""], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["", "\ud83d\ude00x\ud800", "\ude00x\ud800", "\ud83d\ude00x\ud800", "x\ud800", "\ud83d\ude00x\ud800", "", "\ud83d\ude00x\ud800", "\ude00x\ud800", "\ud83d\ude00x\ud800", "", "\ude00x\ud800"], ["\ude00x\ud800", "\ud83d", "", "\ud83d", "\ude00", "\ud83d", "\ude00x\ud800", "\ud83d", "", "\ud83d", "\ude00x\ud800", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[5].substring(i,j)))
          => [["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["babab", "a", "", "a", "b", "a", "babab", "a", "", "a", "babab", ""], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["abab", "ab", "b", "ab", "", "ab", "abab", "ab", "b", "ab", "abab", "b"], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["", "ababab", "babab", "ababab", "abab", "ababab", "", "ababab", "babab", "ababab", "", "babab"], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["babab", "a", "", "a", "b", "a", "babab", "a", "", "a", "babab", ""], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["", "ababab", "babab", "ababab", "abab", "ababab", "", "ababab", "babab", "ababab", "", "babab"], ["babab", "a", "", "a", "b", "a", "babab", "a", "", "a", "babab", ""]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[1].substr(i,j)))
          => [["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["bc", "", "b", "", "bc", "", "bc", "", "b", "", "bc", "b"], ["c", "", "c", "", "c", "", "c", "", "c", "", "c", "c"], ["c", "", "c", "", "c", "", "c", "", "c", "", "c", "c"], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["bc", "", "b", "", "bc", "", "bc", "", "b", "", "bc", "b"], ["abc", "", "a", "", "ab", "", "abc", "", "a", "", "abc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["bc", "", "b", "", "bc", "", "bc", "", "b", "", "bc", "b"]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[2].substr(i,j)))
          => [["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["XbXc", "", "X", "", "Xb", "", "XbXc", "", "X", "", "XbXc", "X"], ["c", "", "c", "", "c", "", "c", "", "c", "", "c", "c"], ["bXc", "", "b", "", "bX", "", "bXc", "", "b", "", "bXc", "b"], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["XbXc", "", "X", "", "Xb", "", "XbXc", "", "X", "", "XbXc", "X"], ["aXbXc", "", "a", "", "aX", "", "aXbXc", "", "a", "", "aXbXc", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["XbXc", "", "X", "", "Xb", "", "XbXc", "", "X", "", "XbXc", "X"]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[3].substr(i,j)))
          => [["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ude00x\ud800", "", "\ude00", "", "\ude00x", "", "\ude00x\ud800", "", "\ude00", "", "\ude00x\ud800", "\ude00"], ["\ud800", "", "\ud800", "", "\ud800", "", "\ud800", "", "\ud800", "", "\ud800", "\ud800"], ["x\ud800", "", "x", "", "x\ud800", "", "x\ud800", "", "x", "", "x\ud800", "x"], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["\ude00x\ud800", "", "\ude00", "", "\ude00x", "", "\ude00x\ud800", "", "\ude00", "", "\ude00x\ud800", "\ude00"], ["\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00", "", "\ud83d\ude00x\ud800", "", "\ud83d", "", "\ud83d\ude00x\ud800", "\ud83d"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["\ude00x\ud800", "", "\ude00", "", "\ude00x", "", "\ude00x\ud800", "", "\ude00", "", "\ude00x\ud800", "\ude00"]]
        INDICES.map(i=>INDICES.map(j=>TEXTS[5].substr(i,j)))
          => [["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["babab", "", "b", "", "ba", "", "babab", "", "b", "", "babab", "b"], ["b", "", "b", "", "b", "", "b", "", "b", "", "b", "b"], ["abab", "", "a", "", "ab", "", "abab", "", "a", "", "abab", "a"], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["babab", "", "b", "", "ba", "", "babab", "", "b", "", "babab", "b"], ["ababab", "", "a", "", "ab", "", "ababab", "", "a", "", "ababab", "a"], ["", "", "", "", "", "", "", "", "", "", "", ""], ["babab", "", "b", "", "ba", "", "babab", "", "b", "", "babab", "b"]]
        ['','a','ab','X',undefined].map(p=>INDICES.map(i=>TEXTS[5].indexOf(p,i)))
          => [[0, 0, 1, 0, 2, 0, 6, 0, 1, 0, 6, 1], [0, 0, 2, 0, 2, 0, -1, 0, 2, 0, -1, 2], [0, 0, 2, 0, 2, 0, -1, 0, 2, 0, -1, 2], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]
        TEXTS.map(s=>['','a','ab','X',undefined].map(p=>s.indexOf(p)))
          => [[0, -1, -1, -1, -1], [0, 0, 0, -1, -1], [0, 0, -1, 1, -1], [0, -1, -1, -1, -1], [0, -1, -1, -1, -1], [0, 0, 0, -1, -1]]
        ['','a','ab','X',undefined].map(p=>INDICES.map(i=>TEXTS[5].lastIndexOf(p,i)))
          => [[6, 0, 1, 0, 2, 6, 6, 0, 1, 0, 6, 1], [4, 0, 0, 0, 2, 4, 4, 0, 0, 0, 4, 0], [4, 0, 0, 0, 2, 4, 4, 0, 0, 0, 4, 0], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1], [-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1]]
        TEXTS.map(s=>['','a','ab','X',undefined].map(p=>s.lastIndexOf(p)))
          => [[0, -1, -1, -1, -1], [3, 0, 0, -1, -1], [5, 0, -1, 3, -1], [4, -1, -1, -1, -1], [9, -1, -1, -1, -1], [6, 4, 4, -1, -1]]
        ['','a','ab','X',undefined].map(p=>INDICES.map(i=>TEXTS[5].includes(p,i)))
          => [[true, true, true, true, true, true, true, true, true, true, true, true], [true, true, true, true, true, true, false, true, true, true, false, true], [true, true, true, true, true, true, false, true, true, true, false, true], [false, false, false, false, false, false, false, false, false, false, false, false], [false, false, false, false, false, false, false, false, false, false, false, false]]
        TEXTS.map(s=>['','a','ab','X',undefined].map(p=>s.includes(p)))
          => [[true, false, false, false, false], [true, true, true, false, false], [true, true, false, true, false], [true, false, false, false, false], [true, false, false, false, false], [true, true, true, false, false]]
        ['','a','ab','X',undefined].map(p=>INDICES.map(i=>TEXTS[5].startsWith(p,i)))
          => [[true, true, true, true, true, true, true, true, true, true, true, true], [true, true, false, true, true, true, false, true, false, true, false, false], [true, true, false, true, true, true, false, true, false, true, false, false], [false, false, false, false, false, false, false, false, false, false, false, false], [false, false, false, false, false, false, false, false, false, false, false, false]]
        TEXTS.map(s=>['','a','ab','X',undefined].map(p=>s.startsWith(p)))
          => [[true, false, false, false, false], [true, true, true, false, false], [true, true, false, false, false], [true, false, false, false, false], [true, false, false, false, false], [true, true, true, false, false]]
        ['','a','ab','X',undefined].map(p=>INDICES.map(i=>TEXTS[5].endsWith(p,i)))
          => [[true, true, true, true, true, true, true, true, true, true, true, true], [false, false, true, false, false, false, false, false, true, false, false, true], [true, false, false, false, true, false, true, false, false, false, true, false], [false, false, false, false, false, false, false, false, false, false, false, false], [false, false, false, false, false, false, false, false, false, false, false, false]]
        TEXTS.map(s=>['','a','ab','X',undefined].map(p=>s.endsWith(p)))
          => [[true, false, false, false, false], [true, false, false, false, false], [true, false, false, false, false], [true, false, false, false, false], [true, false, false, false, false], [true, false, true, false, false]]
        TEXTS.map(s=>[s.trim(),s.trimStart(),s.trimEnd()])
          => [["", "", ""], ["abc", "abc", "abc"], ["aXbXc", "aXbXc", "aXbXc"], ["\ud83d\ude00x\ud800", "\ud83d\ude00x\ud800", "\ud83d\ude00x\ud800"], ["hi", "hi\ufeff\u000a ", "  \u0009\u00a0hi"], ["ababab", "ababab", "ababab"]]
        TEXTS.map(s=>[s.isWellFormed(),s.toWellFormed(),s.toUpperCase(),s.toLowerCase()])
          => [[true, "", "", ""], [true, "abc", "ABC", "abc"], [true, "aXbXc", "AXBXC", "axbxc"], [false, "\ud83d\ude00x\ufffd", "\ud83d\ude00X\ud800", "\ud83d\ude00x\ud800"], [true, "  \u0009\u00a0hi\ufeff\u000a ", "  \u0009\u00a0HI\ufeff\u000a ", "  \u0009\u00a0hi\ufeff\u000a "], [true, "ababab", "ABABAB", "ababab"]]
        TEXTS.map(s=>[s.concat(1,null,[2,3]),s.concat(),[...s],Array.from(s)])
          => [["1null2,3", "", [], []], ["abc1null2,3", "abc", ["a", "b", "c"], ["a", "b", "c"]], ["aXbXc1null2,3", "aXbXc", ["a", "X", "b", "X", "c"], ["a", "X", "b", "X", "c"]], ["\ud83d\ude00x\ud8001null2,3", "\ud83d\ude00x\ud800", ["\ud83d\ude00", "x", "\ud800"], ["\ud83d\ude00", "x", "\ud800"]], ["  \u0009\u00a0hi\ufeff\u000a 1null2,3", "  \u0009\u00a0hi\ufeff\u000a ", [" ", " ", "\u0009", "\u00a0", "h", "i", "\ufeff", "\u000a", " "], [" ", " ", "\u0009", "\u00a0", "h", "i", "\ufeff", "\u000a", " "]], ["ababab1null2,3", "ababab", ["a", "b", "a", "b", "a", "b"], ["a", "b", "a", "b", "a", "b"]]]
        TEXTS.map(s=>[s.split(''),s.split(),s.split('X'),s.split('b',1),s.split('ab'),s.split('',2),s.split('a',0),s.split(undefined,0),s.split(undefined,5),s.split('X',-1),s.split('X',2**32+1)])
          => [[[], [""], [""], [""], [""], [], [], [], [""], [""], [""]], [["a", "b", "c"], ["abc"], ["abc"], ["a"], ["", "c"], ["a", "b"], [], [], ["abc"], ["abc"], ["abc"]], [["a", "X", "b", "X", "c"], ["aXbXc"], ["a", "b", "c"], ["aX"], ["aXbXc"], ["a", "X"], [], [], ["aXbXc"], ["a", "b", "c"], ["a"]], [["\ud83d", "\ude00", "x", "\ud800"], ["\ud83d\ude00x\ud800"], ["\ud83d\ude00x\ud800"], ["\ud83d\ude00x\ud800"], ["\ud83d\ude00x\ud800"], ["\ud83d", "\ude00"], [], [], ["\ud83d\ude00x\ud800"], ["\ud83d\ude00x\ud800"], ["\ud83d\ude00x\ud800"]], [[" ", " ", "\u0009", "\u00a0", "h", "i", "\ufeff", "\u000a", " "], ["  \u0009\u00a0hi\ufeff\u000a "], ["  \u0009\u00a0hi\ufeff\u000a "], ["  \u0009\u00a0hi\ufeff\u000a "], ["  \u0009\u00a0hi\ufeff\u000a "], [" ", " "], [], [], ["  \u0009\u00a0hi\ufeff\u000a "], ["  \u0009\u00a0hi\ufeff\u000a "], ["  \u0009\u00a0hi\ufeff\u000a "]], [["a", "b", "a", "b", "a", "b"], ["ababab"], ["ababab"], ["a"], ["", "", "", ""], ["a", "b"], [], [], ["ababab"], ["ababab"], ["ababab"]]]
        TEXTS.map(s=>[0,1,3,'2',2.9,-0,undefined,null].map(n=>s.repeat(n)))
          => [["", "", "", "", "", "", "", ""], ["", "abc", "abcabcabc", "abcabc", "abcabc", "", "", ""], ["", "aXbXc", "aXbXcaXbXcaXbXc", "aXbXcaXbXc", "aXbXcaXbXc", "", "", ""], ["", "\ud83d\ude00x\ud800", "\ud83d\ude00x\ud800\ud83d\ude00x\ud800\ud83d\ude00x\ud800", "\ud83d\ude00x\ud800\ud83d\ude00x\ud800", "\ud83d\ude00x\ud800\ud83d\ude00x\ud800", "", "", ""], ["", "  \u0009\u00a0hi\ufeff\u000a ", "  \u0009\u00a0hi\ufeff\u000a   \u0009\u00a0hi\ufeff\u000a   \u0009\u00a0hi\ufeff\u000a ", "  \u0009\u00a0hi\ufeff\u000a   \u0009\u00a0hi\ufeff\u000a ", "  \u0009\u00a0hi\ufeff\u000a   \u0009\u00a0hi\ufeff\u000a ", "", "", ""], ["", "ababab", "ababababababababab", "abababababab", "abababababab", "", "", ""]]
        [0,3,6,'7',-1,NaN].map(n=>[undefined,'*','ab','',null,12,'\u{1F600}'].map(f=>['abc'.padStart(n,f),'abc'.padEnd(n,f)]))
          => [[["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"]], [["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"]], [["   abc", "abc   "], ["***abc", "abc***"], ["abaabc", "abcaba"], ["abc", "abc"], ["nulabc", "abcnul"], ["121abc", "abc121"], ["\ud83d\ude00\ud83dabc", "abc\ud83d\ude00\ud83d"]], [["    abc", "abc    "], ["****abc", "abc****"], ["abababc", "abcabab"], ["abc", "abc"], ["nullabc", "abcnull"], ["1212abc", "abc1212"], ["\ud83d\ude00\ud83d\ude00abc", "abc\ud83d\ude00\ud83d\ude00"]], [["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"]], [["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"], ["abc", "abc"]]]
        'a'.repeat(-1)
          => THROW RangeError: Invalid count value: -1
        'a'.repeat(Infinity)
          => THROW RangeError: Invalid count value: Infinity
        ''.repeat(2**40)
          => ""
        'a'.repeat(2**30)
          => THROW RangeError: Invalid string length
        'ab'.padStart(2**30)
          => THROW RangeError: Invalid string length
        'a'.padEnd(1e10,'')
          => "a"
        'a'.repeat('x')
          => ""
        'a'.repeat(-0.5)
          => ""
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.at.call(x,'1')))
          => ["TypeError: String.prototype.at called on null or undefined", "TypeError: String.prototype.at called on null or undefined", undefined, "r", ",", "o", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.split.call(x,'1')))
          => ["TypeError: String.prototype.split called on null or undefined", "TypeError: String.prototype.split called on null or undefined", ["5"], ["true"], ["", ",2"], ["[object Object]"], "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.replace.call(x,'1')))
          => ["TypeError: String.prototype.replace called on null or undefined", "TypeError: String.prototype.replace called on null or undefined", "5", "true", "undefined,2", "[object Object]", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.match.call(x,'1')))
          => ["TypeError: String.prototype.match called on null or undefined", "TypeError: String.prototype.match called on null or undefined", null, null, ["1", index:0, input:"1,2", groups:undefined], null, "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.normalize.call(x,'1')))
          => ["TypeError: String.prototype.normalize called on null or undefined", "TypeError: String.prototype.normalize called on null or undefined", "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.", "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.", "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.", "RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.trim.call(x,'1')))
          => ["TypeError: String.prototype.trim called on null or undefined", "TypeError: String.prototype.trim called on null or undefined", "5", "true", "1,2", "[object Object]", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.localeCompare.call(x,'1')))
          => ["TypeError: String.prototype.localeCompare called on null or undefined", "TypeError: String.prototype.localeCompare called on null or undefined", 1, 1, 1, -1, "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.toString.call(x,'1')))
          => ["TypeError: String.prototype.toString requires that 'this' be a String", "TypeError: String.prototype.toString requires that 'this' be a String", "TypeError: String.prototype.toString requires that 'this' be a String", "TypeError: String.prototype.toString requires that 'this' be a String", "TypeError: String.prototype.toString requires that 'this' be a String", "TypeError: String.prototype.toString requires that 'this' be a String", "TypeError: String.prototype.toString requires that 'this' be a String"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.padStart.call(x,'1')))
          => ["TypeError: String.prototype.padStart called on null or undefined", "TypeError: String.prototype.padStart called on null or undefined", "5", "true", "1,2", "[object Object]", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.concat.call(x,'1')))
          => ["TypeError: String.prototype.concat called on null or undefined", "TypeError: String.prototype.concat called on null or undefined", "51", "true1", "1,21", "[object Object]1", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.search.call(x,'1')))
          => ["TypeError: String.prototype.search called on null or undefined", "TypeError: String.prototype.search called on null or undefined", -1, -1, 0, -1, "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.matchAll.call(x,'1')))
          => ["TypeError: String.prototype.matchAll called on null or undefined", "TypeError: String.prototype.matchAll called on null or undefined", {}, {}, {}, {}, "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.replaceAll.call(x,'1')))
          => ["TypeError: String.prototype.replaceAll called on null or undefined", "TypeError: String.prototype.replaceAll called on null or undefined", "5", "true", "undefined,2", "[object Object]", "TypeError: Cannot convert a Symbol value to a string"]
        [null,undefined,5,true,[1,2],{},Symbol('q')].map(x=>t(()=>String.prototype.toUpperCase.call(x,'1')))
          => ["TypeError: String.prototype.toUpperCase called on null or undefined", "TypeError: String.prototype.toUpperCase called on null or undefined", "5", "TRUE", "1,2", "[OBJECT OBJECT]", "TypeError: Cannot convert a Symbol value to a string"]
        'a'.startsWith(/a/)
          => THROW TypeError: First argument to String.prototype.startsWith must not be a regular expression
        'a'.includes(/a/)
          => THROW TypeError: First argument to String.prototype.includes must not be a regular expression
        'a'.endsWith({[Symbol.match]:1})
          => THROW TypeError: First argument to String.prototype.endsWith must not be a regular expression
        (()=>{const r=/a/;r[Symbol.match]=false;return '/a/'.includes(r)})()
          => true
        [String(),String(undefined),String(null),String(Symbol('a')),String({toString(){return 'T'}}),String([1,[2,3]]),String(-0),String(1e21),String(123n)]
          => ["", "undefined", "null", "Symbol(a)", "T", "1,2,3", "0", "1e+21", "123"]
        new String(Symbol('a'))
          => THROW TypeError: Cannot convert a Symbol value to a string
        new String('abc')
          => Box("abc")
        Object.getOwnPropertyNames(new String('ab'))
          => ["0", "1", "length"]
        new String('abc')[1]
          => "b"
        'abc'['1']
          => "b"
        'abc'[3]
          => undefined
        [String.fromCharCode(),String.fromCharCode(65,66,'67',65536+65,-1,1.9,NaN,{valueOf(){return 72}})]
          => ["", "ABCA\uffff\u0001\u0000H"]
        [String.fromCodePoint(),String.fromCodePoint(65,0x1F600,0xd800)]
          => ["", "A\ud83d\ude00\ud800"]
        String.fromCodePoint(-1)
          => THROW RangeError: Invalid code point -1
        String.fromCodePoint(1.5)
          => THROW RangeError: Invalid code point 1.5
        String.fromCodePoint(0x110000)
          => THROW RangeError: Invalid code point 1114112
        String.fromCodePoint('_')
          => THROW RangeError: Invalid code point NaN
        String.fromCodePoint(Infinity)
          => THROW RangeError: Invalid code point Infinity
        String.raw`a\n${1}b${2}`
          => "a\n1b2"
        String.raw({raw:['x','y','z']},1,2,3)
          => "x1y2z"
        String.raw({raw:'abc'},0,1,2)
          => "a0b1c"
        String.raw({raw:[]})
          => ""
        String.raw({raw:{length:2,0:'p',1:'q'}},'-')
          => "p-q"
        [...'a\u{1F600}b\ud800'].map(x=>x.length)
          => [1, 2, 1, 1]
        (()=>{const i='ab'[Symbol.iterator]();return [i.next(),i.next(),i.next(),i.next(),i[Symbol.toStringTag]]})()
          => [{value:"a", done:false}, {value:"b", done:false}, {value:undefined, done:true}, {value:undefined, done:true}, "String Iterator"]
        ['\u00df','\u0130','\u0391\u03a3','\u0391\u03a3.','\u03a3','\u0391\u03a3\u0391','\u0391.\u03a3','\u0391\u03a3\u0301\u0391','\ufb01','\u0149','\u01c6','\u01c5','\u03b0','\u1fb3','\u1fbc','\u{10428}','\u00ff','\u00b5','\u0131','i\u0307','\u017f','\u212a','\uab70'].map(x=>[x.toUpperCase(),x.toLowerCase()])
          => [["SS", "\u00df"], ["\u0130", "i\u0307"], ["\u0391\u03a3", "\u03b1\u03c2"], ["\u0391\u03a3.", "\u03b1\u03c2."], ["\u03a3", "\u03c3"], ["\u0391\u03a3\u0391", "\u03b1\u03c3\u03b1"], ["\u0391.\u03a3", "\u03b1.\u03c2"], ["\u0391\u03a3\u0301\u0391", "\u03b1\u03c3\u0301\u03b1"], ["FI", "\ufb01"], ["\u02bcN", "\u0149"], ["\u01c4", "\u01c6"], ["\u01c4", "\u01c6"], ["\u03a5\u0308\u0301", "\u03b0"], ["\u0391\u0399", "\u1fb3"], ["\u0391\u0399", "\u1fb3"], ["\ud801\udc00", "\ud801\udc28"], ["\u0178", "\u00ff"], ["\u039c", "\u00b5"], ["I", "\u0131"], ["I\u0307", "i\u0307"], ["S", "\u017f"], ["\u212a", "k"], ["\u13a0", "\uab70"]]
        ['I'.toLocaleLowerCase('en'),'i'.toLocaleUpperCase('en')]
          => ["i", "I"]
        ['A\u0301'.normalize(),'\u00e9'.normalize('NFD').length,'\ufb01'.normalize('NFKC'),'\ud800\u00e9'.normalize('NFD'),'\ufffe\u00e9\udc00'.normalize('NFD')]
          => ["\u00c1", 2, "fi", "\ud800e\u0301", "\ufffee\u0301\udc00"]
        'x'.normalize('bad')
          => THROW RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
        'x'.normalize(null)
          => THROW RangeError: The normalization form should be one of NFC, NFD, NFKC, NFKD.
        ['NFC','NFD','NFKC','NFKD'].map(f=>['\u1E9B\u0323','\u0344','\uac01','\u1100\u1161\u11a8','\u{1F600}\u0301','\u2126'].map(s=>s.normalize(f)))
          => [["\u1e9b\u0323", "\u0308\u0301", "\uac01", "\uac01", "\ud83d\ude00\u0301", "\u03a9"], ["\u017f\u0323\u0307", "\u0308\u0301", "\u1100\u1161\u11a8", "\u1100\u1161\u11a8", "\ud83d\ude00\u0301", "\u03a9"], ["\u1e69", "\u0308\u0301", "\uac01", "\uac01", "\ud83d\ude00\u0301", "\u03a9"], ["s\u0323\u0307", "\u0308\u0301", "\u1100\u1161\u11a8", "\u1100\u1161\u11a8", "\ud83d\ude00\u0301", "\u03a9"]]
        '\uFDFA'.normalize('NFKD').length
          => 18
        ['b','a','C','A','c','B','\u00e9','e','f','z','Z','\u00e4','10','9','_','-'].sort((a,b)=>a.localeCompare(b))
          => ["_", "-", "10", "9", "a", "A", "\u00e4", "b", "B", "c", "C", "e", "\u00e9", "f", "z", "Z"]
        ['item10','item9','Item2'].sort((a,b)=>a.localeCompare(b,undefined,{numeric:true,sensitivity:'base'}))
          => ["Item2", "item9", "item10"]
        ['a'.localeCompare('b','de'),'a'.localeCompare(),'undefined'.localeCompare(),'a'.localeCompare('a\0'),'r\u00e9sum\u00e9'.localeCompare('resume'),'a\u0301'.localeCompare('\u00e1'),'a'.localeCompare('A'),'aB'.localeCompare('Ab'),'a b'.localeCompare('ab'),'co-op'.localeCompare('coop')]
          => [-1, -1, 0, 0, 1, 0, -1, -1, -1, -1]
        ['base','accent','case','variant'].map(sensitivity=>[['a','A'],['a','\u00e1'],['a','\u00c1'],['a','b']].map(([x,y])=>x.localeCompare(y,undefined,{sensitivity})))
          => [[0, 0, 0, -1], [0, -1, -1, -1], [-1, 0, -1, -1], [-1, -1, -1, -1]]
        [['2','10'],['02','2'],['a2b','a10a'],['x9','x'],['1','a'],['007','7a']].map(([x,y])=>x.localeCompare(y,undefined,{numeric:true}))
          => [-1, 0, -1, 1, -1, -1]
        'a'.localeCompare('b',undefined,{sensitivity:'x'})
          => THROW RangeError: Value x out of range for String.prototype.localeCompare options property sensitivity
        'a'.localeCompare('b',undefined,null)
          => THROW TypeError: String.prototype.localeCompare called on null or undefined
        encodeURIComponent('a b&c=d/\u00e9\u{1F600}!~*\'()')
          => "a%20b%26c%3Dd%2F%C3%A9%F0%9F%98%80!~*'()"
        encodeURI('http://x.y/a b?q=\u00e9#h[]')
          => "http://x.y/a%20b?q=%C3%A9#h%5B%5D"
        encodeURIComponent('\ud800')
          => THROW URIError: URI malformed
        encodeURI('\udc00')
          => THROW URIError: URI malformed
        encodeURIComponent('\ud800a')
          => THROW URIError: URI malformed
        decodeURIComponent('%41%c3%a9%F0%9F%98%80')
          => "A\u00e9\ud83d\ude00"
        decodeURI('%41%2f%23%3F%24%c3%a9')
          => "A%2f%23%3F%24\u00e9"
        ['%','%4','%zz','%c3','%c3%28','%80','%ed%a0%80','%c0%80','%f5%80%80%80','%f4%90%80%80','%ff','a%20b%2'].map(x=>t(()=>decodeURIComponent(x)))
          => ["URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed", "URIError: URI malformed"]
        decodeURIComponent('%e2%82%ac')
          => "\u20ac"
        encodeURIComponent(undefined)
          => "undefined"
        encodeURIComponent(Symbol())
          => THROW TypeError: Cannot convert a Symbol value to a string
        decodeURI('%25')
          => "%"
        (()=>{try{decodeURI('%')}catch(e){return [e instanceof URIError,e.constructor===URIError]}})()
          => [true, true]
        [encodeURI,decodeURI,encodeURIComponent,decodeURIComponent]
          => [fn:encodeURI/1, fn:decodeURI/1, fn:encodeURIComponent/1, fn:decodeURIComponent/1]
        (()=>{const l=[];const o={toString(){l.push('s');return 'a'}};const lim={valueOf(){l.push('l');return 5}};'a'.split(o,lim);return l})()
          => ["l", "s"]
        'x'.split({[Symbol.split]:(s,l)=>[s,l]},7)
          => ["x", 7]
        """"";
}
