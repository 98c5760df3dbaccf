namespace Rlm.JavaScript.Tests.BuiltIns;

/// <summary>Expressions on numbers, Math, booleans, symbols and BigInts, and what <see cref="Samples"/> shows of their values in Node.js 20.</summary>
internal static class PrimitiveSamples
{
    public const string Lines = """""
        props(Number)
          => "EPSILON: MAX_SAFE_INTEGER: MAX_VALUE: MIN_SAFE_INTEGER: MIN_VALUE: NEGATIVE_INFINITY: NaN: POSITIVE_INFINITY: isFinite:wcisFinite/1 isInteger:wcisInteger/1 isNaN:wcisNaN/1 isSafeInteger:wcisSafeInteger/1 length:c name:c parseFloat:wcparseFloat/1 parseInt:wcparseInt/2 prototype:"
        props(Number.prototype)
          => "constructor:wcNumber/1 toExponential:wctoExponential/1 toFixed:wctoFixed/1 toLocaleString:wctoLocaleString/0 toPrecision:wctoPrecision/1 toString:wctoString/1 valueOf:wcvalueOf/0"
        props(Math)
          => "E: LN10: LN2: LOG10E: LOG2E: PI: SQRT1_2: SQRT2: abs:wcabs/1 acos:wcacos/1 acosh:wcacosh/1 asin:wcasin/1 asinh:wcasinh/1 atan:wcatan/1 atan2:wcatan2/2 atanh:wcatanh/1 cbrt:wccbrt/1 ceil:wcceil/1 clz32:wcclz32/1 cos:wccos/1 cosh:wccosh/1 exp:wcexp/1 expm1:wcexpm1/1 floor:wcfloor/1 fround:wcfround/1 hypot:wchypot/2 imul:wcimul/2 log:wclog/1 log10:wclog10/1 log1p:wclog1p/1 log2:wclog2/1 max:wcmax/2 min:wcmin/2 pow:wcpow/2 random:wcrandom/0 round:wcround/1 sign:wcsign/1 sin:wcsin/1 sinh:wcsinh/1 sqrt:wcsqrt/1 tan:wctan/1 tanh:wctanh/1 trunc:wctrunc/1"
        props(Boolean)+props(Boolean.prototype)
          => "length:c name:c prototype:constructor:wcBoolean/1 toString:wctoString/0 valueOf:wcvalueOf/0"
        props(Symbol).replace(/(asyncDispose|dispose): /g,'')
          => "asyncIterator: for:wcfor/1 hasInstance: isConcatSpreadable: iterator: keyFor:wckeyFor/1 length:c match: matchAll: name:c prototype: replace: search: species: split: toPrimitive: toStringTag: unscopables:"
        props(Symbol.prototype)
          => "constructor:wcSymbol/0 description:cg toString:wctoString/0 valueOf:wcvalueOf/0"
        props(BigInt)+props(BigInt.prototype)
          => "asIntN:wcasIntN/2 asUintN:wcasUintN/2 length:c name:c prototype:constructor:wcBigInt/1 toLocaleString:wctoLocaleString/0 toString:wctoString/0 valueOf:wcvalueOf/0"
        Symbol.prototype[Symbol.toPrimitive]
          => fn:[Symbol.toPrimitive]/1
        [parseInt,parseFloat,isNaN,isFinite]
          => [fn:parseInt/2, fn:parseFloat/1, fn:isNaN/1, fn:isFinite/1]
        Number.parseInt===parseInt&&Number.parseFloat===parseFloat
          => true
        (1).constructor===Number&&true.constructor===Boolean&&Symbol().constructor===Symbol&&1n.constructor===BigInt
          => true
        Object.prototype.toString.call(Math)+Object.prototype.toString.call(Symbol())+Object.prototype.toString.call(1n)
          => "[object Math][object Symbol][object BigInt]"
        [Number.prototype.valueOf(),Boolean.prototype.valueOf()]
          => [0, false]
        [0,-0,1,-1.5,123.456,0.000001234,1e21,-1e-7,NaN,Infinity,-Infinity,0.1,1.005,255,1e100,0.5,2.5,1234.5678].map(n=>[0,1,2,20,undefined,'2',1.9].map(d=>n.toFixed(d)))
          => [["0", "0.0", "0.00", "0.00000000000000000000", "0", "0.00", "0.0"], ["0", "0.0", "0.00", "0.00000000000000000000", "0", "0.00", "0.0"], ["1", "1.0", "1.00", "1.00000000000000000000", "1", "1.00", "1.0"], ["-2", "-1.5", "-1.50", "-1.50000000000000000000", "-2", "-1.50", "-1.5"], ["123", "123.5", "123.46", "123.45600000000000306954", "123", "123.46", "123.5"], ["0", "0.0", "0.00", "0.00000123400000000000", "0", "0.00", "0.0"], ["1e+21", "1e+21", "1e+21", "1e+21", "1e+21", "1e+21", "1e+21"], ["-0", "-0.0", "-0.00", "-0.00000010000000000000", "-0", "-0.00", "-0.0"], ["NaN", "NaN", "NaN", "NaN", "NaN", "NaN", "NaN"], ["Infinity", "Infinity", "Infinity", "Infinity", "Infinity", "Infinity", "Infinity"], ["-Infinity", "-Infinity", "-Infinity", "-Infinity", "-Infinity", "-Infinity", "-Infinity"], ["0", "0.1", "0.10", "0.10000000000000000555", "0", "0.10", "0.1"], ["1", "1.0", "1.00", "1.00499999999999989342", "1", "1.00", "1.0"], ["255", "255.0", "255.00", "255.00000000000000000000", "255", "255.00", "255.0"], ["1e+100", "1e+100", "1e+100", "1e+100", "1e+100", "1e+100", "1e+100"], ["1", "0.5", "0.50", "0.50000000000000000000", "1", "0.50", "0.5"], ["3", "2.5", "2.50", "2.50000000000000000000", "3", "2.50", "2.5"], ["1235", "1234.6", "1234.57", "1234.56780000000003383320", "1235", "1234.57", "1234.6"]]
        [0,-0,1,-1.5,123.456,0.000001234,1e21,-1e-7,NaN,Infinity,-Infinity,0.1,1.005,255,1e100,0.5,2.5,1234.5678].map(n=>[1,2,10,21,undefined].map(d=>n.toPrecision(d)))
          => [["0", "0.0", "0.000000000", "0.00000000000000000000", "0"], ["0", "0.0", "0.000000000", "0.00000000000000000000", "0"], ["1", "1.0", "1.000000000", "1.00000000000000000000", "1"], ["-2", "-1.5", "-1.500000000", "-1.50000000000000000000", "-1.5"], ["1e+2", "1.2e+2", "123.4560000", "123.456000000000003070", "123.456"], ["0.000001", "0.0000012", "0.000001234000000", "0.00000123399999999999995898", "0.000001234"], ["1e+21", "1.0e+21", "1.000000000e+21", "1.00000000000000000000e+21", "1e+21"], ["-1e-7", "-1.0e-7", "-1.000000000e-7", "-9.99999999999999954748e-8", "-1e-7"], ["NaN", "NaN", "NaN", "NaN", "NaN"], ["Infinity", "Infinity", "Infinity", "Infinity", "Infinity"], ["-Infinity", "-Infinity", "-Infinity", "-Infinity", "-Infinity"], ["0.1", "0.10", "0.1000000000", "0.100000000000000005551", "0.1"], ["1", "1.0", "1.005000000", "1.00499999999999989342", "1.005"], ["3e+2", "2.6e+2", "255.0000000", "255.000000000000000000", "255"], ["1e+100", "1.0e+100", "1.000000000e+100", "1.00000000000000001590e+100", "1e+100"], ["0.5", "0.50", "0.5000000000", "0.500000000000000000000", "0.5"], ["3", "2.5", "2.500000000", "2.50000000000000000000", "2.5"], ["1e+3", "1.2e+3", "1234.567800", "1234.56780000000003383", "1234.5678"]]
        [0,-0,1,-1.5,123.456,0.000001234,1e21,-1e-7,NaN,Infinity,-Infinity,0.1,1.005,255,1e100,0.5,2.5,1234.5678].map(n=>[0,2,20,undefined].map(d=>n.toExponential(d)))
          => [["0e+0", "0.00e+0", "0.00000000000000000000e+0", "0e+0"], ["0e+0", "0.00e+0", "0.00000000000000000000e+0", "0e+0"], ["1e+0", "1.00e+0", "1.00000000000000000000e+0", "1e+0"], ["-2e+0", "-1.50e+0", "-1.50000000000000000000e+0", "-1.5e+0"], ["1e+2", "1.23e+2", "1.23456000000000003070e+2", "1.23456e+2"], ["1e-6", "1.23e-6", "1.23399999999999995898e-6", "1.234e-6"], ["1e+21", "1.00e+21", "1.00000000000000000000e+21", "1e+21"], ["-1e-7", "-1.00e-7", "-9.99999999999999954748e-8", "-1e-7"], ["NaN", "NaN", "NaN", "NaN"], ["Infinity", "Infinity", "Infinity", "Infinity"], ["-Infinity", "-Infinity", "-Infinity", "-Infinity"], ["1e-1", "1.00e-1", "1.00000000000000005551e-1", "1e-1"], ["1e+0", "1.00e+0", "1.00499999999999989342e+0", "1.005e+0"], ["3e+2", "2.55e+2", "2.55000000000000000000e+2", "2.55e+2"], ["1e+100", "1.00e+100", "1.00000000000000001590e+100", "1e+100"], ["5e-1", "5.00e-1", "5.00000000000000000000e-1", "5e-1"], ["3e+0", "2.50e+0", "2.50000000000000000000e+0", "2.5e+0"], ["1e+3", "1.23e+3", "1.23456780000000003383e+3", "1.2345678e+3"]]
        [0,-0,1,-1.5,123.456,0.000001234,1e21,-1e-7,NaN,Infinity,-Infinity,0.1,1.005,255,1e100,0.5,2.5,1234.5678].map(n=>[2,16,36,undefined].map(d=>n.toString(d).slice(0,40)))
          => [["0", "0", "0", "0"], ["0", "0", "0", "0"], ["1", "1", "1", "1"], ["-1.1", "-1.8", "-1.i", "-1.5"], ["1111011.01110100101111000110101001111110", "7b.74bc6a7ef9dc", "3f.gez4w97ry", "123.456"], ["0.00000000000000000001010010110011111111", "0.000014b3fd5942cd96", "0.00022m5dmj1cvj", "0.000001234"], ["1101100011010111001001101011011100010111", "3635c9adc5dea00000", "5v1j4f4ds7c000", "1e+21"], ["-0.0000000000000000000000011010110101111", "-0.000001ad7f29abcaf48", "-0.000061oezo085tl", "-1e-7"], ["NaN", "NaN", "NaN", "NaN"], ["Infinity", "Infinity", "Infinity", "Infinity"], ["-Infinity", "-Infinity", "-Infinity", "-Infinity"], ["0.00011001100110011001100110011001100110", "0.1999999999999a", "0.3lllllllllm", "0.1"], ["1.00000001010001111010111000010100011110", "1.0147ae147ae14", "1.06ha2voha2i", "1.005"], ["11111111", "ff", "73", "255"], ["1001001001001101011010010010110010100110", "1249ad2594c37d00000000000000000000000000", "2hqbczu2ow600000000000000000000000000000", "1e+100"], ["0.1", "0.8", "0.i", "0.5"], ["10.1", "2.8", "2.i", "2.5"], ["10011010010.1001000101011011010101110011", "4d2.915b573eab4", "ya.kfv9yqdpm", "1234.5678"]]
        [0,-0,1,-1.5,123.456,0.000001234,1e21,-1e-7,NaN,Infinity,-Infinity,0.1,1.005,255,1e100,0.5,2.5,1234.5678].map(n=>[undefined,{maximumFractionDigits:0},{minimumFractionDigits:2,maximumFractionDigits:2},{style:'percent'},{style:'currency',currency:'USD'},{useGrouping:false},{maximumSignificantDigits:3},{minimumIntegerDigits:4},{style:'currency',currency:'eur',minimumFractionDigits:0}].map(o=>n.toLocaleString('en-US',o)))
          => [["0", "0", "0.00", "0%", "$0.00", "0", "0", "0,000", "\u20ac0"], ["-0", "-0", "-0.00", "-0%", "-$0.00", "-0", "-0", "-0,000", "-\u20ac0"], ["1", "1", "1.00", "100%", "$1.00", "1", "1", "0,001", "\u20ac1"], ["-1.5", "-2", "-1.50", "-150%", "-$1.50", "-1.5", "-1.5", "-0,001.5", "-\u20ac1.5"], ["123.456", "123", "123.46", "12,346%", "$123.46", "123.456", "123", "0,123.456", "\u20ac123.46"], ["0", "0", "0.00", "0%", "$0.00", "0", "0.00000123", "0,000", "\u20ac0"], ["1,000,000,000,000,000,000,000", "1,000,000,000,000,000,000,000", "1,000,000,000,000,000,000,000.00", "100,000,000,000,000,000,000,000%", "$1,000,000,000,000,000,000,000.00", "1000000000000000000000", "1,000,000,000,000,000,000,000", "1,000,000,000,000,000,000,000", "\u20ac1,000,000,000,000,000,000,000"], ["-0", "-0", "-0.00", "-0%", "-$0.00", "-0", "-0.0000001", "-0,000", "-\u20ac0"], ["NaN", "NaN", "NaN", "NaN%", "$NaN", "NaN", "NaN", "NaN", "\u20acNaN"], ["\u221e", "\u221e", "\u221e", "\u221e%", "$\u221e", "\u221e", "\u221e", "\u221e", "\u20ac\u221e"], ["-\u221e", "-\u221e", "-\u221e", "-\u221e%", "-$\u221e", "-\u221e", "-\u221e", "-\u221e", "-\u20ac\u221e"], ["0.1", "0", "0.10", "10%", "$0.10", "0.1", "0.1", "0,000.1", "\u20ac0.1"], ["1.005", "1", "1.01", "101%", "$1.01", "1.005", "1.01", "0,001.005", "\u20ac1.01"], ["255", "255", "255.00", "25,500%", "$255.00", "255", "255", "0,255", "\u20ac255"], ["10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000", "10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000", "10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000.00", "1,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000%", "$10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000.00", "10000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000", "10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000", "10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000", "\u20ac10,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000,000"], ["0.5", "1", "0.50", "50%", "$0.50", "0.5", "0.5", "0,000.5", "\u20ac0.5"], ["2.5", "3", "2.50", "250%", "$2.50", "2.5", "2.5", "0,002.5", "\u20ac2.5"], ["1,234.568", "1,235", "1,234.57", "123,457%", "$1,234.57", "1234.568", "1,230", "1,234.568", "\u20ac1,234.57"]]
        ['abs','ceil','clz32','floor','fround','round','sign','sqrt','trunc'].map(f=>[0,-0,1,-1.5,123.456,0.000001234,1e21,-1e-7,NaN,Infinity,-Infinity,0.1,1.005,255,1e100,0.5,2.5,1234.5678].map(Math[f]))
          => [[0, 0, 1, 1.5, 123.456, 0.000001234, 1e+21, 1e-7, NaN, Infinity, Infinity, 0.1, 1.005, 255, 1e+100, 0.5, 2.5, 1234.5678], [0, -0, 1, -1, 124, 1, 1e+21, -0, NaN, Infinity, -Infinity, 1, 2, 255, 1e+100, 1, 3, 1235], [32, 32, 31, 0, 25, 32, 0, 32, 32, 32, 32, 32, 31, 24, 32, 32, 30, 21], [0, -0, 1, -2, 123, 0, 1e+21, -1, NaN, Infinity, -Infinity, 0, 1, 255, 1e+100, 0, 2, 1234], [0, -0, 1, -1.5, 123.45600128173828, 0.0000012340000239419169, 1.0000000200408773e+21, -1.0000000116860974e-7, NaN, Infinity, -Infinity, 0.10000000149011612, 1.0049999952316284, 255, Infinity, 0.5, 2.5, 1234.5677490234375], [0, -0, 1, -1, 123, 0, 1e+21, -0, NaN, Infinity, -Infinity, 0, 1, 255, 1e+100, 1, 3, 1235], [0, -0, 1, -1, 1, 1, 1, -1, NaN, 1, -1, 1, 1, 1, 1, 1, 1, 1], [0, -0, 1, NaN, 11.111075555498667, 0.0011108555261599054, 31622776601.683792, NaN, NaN, Infinity, NaN, 0.31622776601683794, 1.002496882788171, 15.968719422671311, 1e+50, 0.7071067811865476, 1.5811388300841898, 35.13641700572214], [0, -0, 1, -1, 123, 0, 1e+21, -0, NaN, Infinity, -Infinity, 0, 1, 255, 1e+100, 0, 2, 1234]]
        [101,-1,Infinity].map(d=>['toFixed','toPrecision','toExponential'].map(m=>[1,NaN].map(n=>t(()=>n[m](d)))))
          => [[["RangeError: toFixed() digits argument must be between 0 and 100", "RangeError: toFixed() digits argument must be between 0 and 100"], ["RangeError: toPrecision() argument must be between 1 and 100", "NaN"], ["RangeError: toExponential() argument must be between 0 and 100", "NaN"]], [["RangeError: toFixed() digits argument must be between 0 and 100", "RangeError: toFixed() digits argument must be between 0 and 100"], ["RangeError: toPrecision() argument must be between 1 and 100", "NaN"], ["RangeError: toExponential() argument must be between 0 and 100", "NaN"]], [["RangeError: toFixed() digits argument must be between 0 and 100", "RangeError: toFixed() digits argument must be between 0 and 100"], ["RangeError: toPrecision() argument must be between 1 and 100", "NaN"], ["RangeError: toExponential() argument must be between 0 and 100", "NaN"]]]
        (1).toPrecision(0)
          => THROW RangeError: toPrecision() argument must be between 1 and 100
        (1).toString(1)
          => THROW RangeError: toString() radix argument must be between 2 and 36
        (1).toString(37)
          => THROW RangeError: toString() radix argument must be between 2 and 36
        (1).toString(null)
          => THROW RangeError: toString() radix argument must be between 2 and 36
        ['toString','toFixed','toPrecision','toExponential','toLocaleString','valueOf'].map(m=>t(()=>Number.prototype[m].call('a')))
          => ["TypeError: Number.prototype.toString requires that 'this' be a Number", "TypeError: Number.prototype.toFixed requires that 'this' be a Number", "TypeError: Number.prototype.toPrecision requires that 'this' be a Number", "TypeError: Number.prototype.toExponential requires that 'this' be a Number", "TypeError: Number.prototype.toLocaleString requires that 'this' be a Number", "TypeError: Number.prototype.valueOf requires that 'this' be a Number"]
        Number.prototype.valueOf.call(new Number(5))
          => 5
        [Number(),Number(''),Number(' 12 '),Number('0x1f'),Number('1_0'),Number('1e1000'),Number(10n),Number(2n**70n),Number(null),Number(undefined),Number([5]),Number({}),Number(true),Number('Infinity'),Number('-0'),Number('0b101'),Number('+5'),Number('5px')]
          => [0, 0, 12, 31, NaN, Infinity, 10, 1.1805916207174113e+21, 0, NaN, 5, NaN, 1, Infinity, -0, 5, 5, NaN]
        Number(Symbol())
          => THROW TypeError: Cannot convert a Symbol value to a number
        new Number('5')
          => Box(5)
        (1234567.891).toLocaleString()
          => "1,234,567.891"
        [{style:'currency'},{style:'foo'},{minimumFractionDigits:101},{minimumFractionDigits:5,maximumFractionDigits:2},{currency:'US',style:'currency'},null,{minimumIntegerDigits:0},{minimumSignificantDigits:5,maximumSignificantDigits:2}].map(o=>t(()=>(1).toLocaleString('en',o)))
          => ["TypeError: Currency code is required with currency style.", "RangeError: Value foo out of range for Number.prototype.toLocaleString options property style", "RangeError: minimumFractionDigits value is out of range.", "RangeError: maximumFractionDigits value is out of range.", "RangeError: Invalid currency code : US", "TypeError: Number.prototype.toLocaleString called on null or undefined", "RangeError: minimumIntegerDigits value is out of range.", "RangeError: maximumSignificantDigits value is out of range."]
        (0.256).toLocaleString('en-US',{style:'percent',minimumFractionDigits:1})
          => "25.6%"
        [Number.isInteger(5),Number.isInteger(5.5),Number.isInteger('5'),Number.isSafeInteger(2**53),Number.isSafeInteger(2**53-1),Number.isNaN(NaN),Number.isNaN('x'),Number.isFinite('5'),Number.isFinite(5),Number.isInteger(Infinity)]
          => [true, false, false, false, true, true, false, false, true, false]
        [Number.EPSILON,Number.MAX_VALUE,Number.MIN_VALUE,Number.MAX_SAFE_INTEGER,Number.MIN_SAFE_INTEGER,Number.NaN,Number.POSITIVE_INFINITY,Number.NEGATIVE_INFINITY]
          => [2.220446049250313e-16, 1.7976931348623157e+308, 5e-324, 9007199254740991, -9007199254740991, NaN, Infinity, -Infinity]
        [Math.E,Math.LN10,Math.LN2,Math.LOG10E,Math.LOG2E,Math.PI,Math.SQRT1_2,Math.SQRT2]
          => [2.718281828459045, 2.302585092994046, 0.6931471805599453, 0.4342944819032518, 1.4426950408889634, 3.141592653589793, 0.7071067811865476, 1.4142135623730951]
        [parseInt('12px'),parseInt('0x1F'),parseInt('z',36),parseInt(''),parseInt('-0'),parseInt(' 7'),parseInt('101',2),parseInt('9',8),parseInt(null),parseInt('1e3'),parseInt(1e21),parseInt(0.0000005),parseInt('5',1),parseInt('5',37),parseInt('5',0),parseInt(15.99),parseInt(-5),parseInt(-0),parseInt('123',{valueOf(){return 10}})]
          => [12, 31, 35, NaN, -0, 7, 5, NaN, NaN, 1, 1, 5, NaN, NaN, 5, 15, -5, 0, 123]
        [parseFloat('3.14abc'),parseFloat('.5'),parseFloat('-.5e-2x'),parseFloat('Infinityx'),parseFloat('abc'),parseFloat('1e'),parseFloat(''),parseFloat('-0'),parseFloat('  1 '),parseFloat('1_000')]
          => [3.14, 0.5, -0.005, Infinity, NaN, 1, NaN, -0, 1, 1]
        [isNaN('x'),isNaN(undefined),isNaN('5'),isFinite('5'),isFinite(null),isFinite('x')]
          => [true, true, false, true, true, false]
        isNaN(Symbol())
          => THROW TypeError: Cannot convert a Symbol value to a number
        parseInt(Symbol())
          => THROW TypeError: Cannot convert a Symbol value to a string
        [Math.max(),Math.min(),Math.max(1,'3',2),Math.max(1,NaN,3),Math.min(0,-0),Math.max(-0,0),Math.max(...[]),Math.min(5,undefined),Math.max(null,-1)]
          => [-Infinity, Infinity, 3, NaN, -0, 0, -Infinity, NaN, 0]
        (()=>{const l=[];t(()=>Math.max(NaN,{valueOf(){l.push(1);return 1}},{valueOf(){l.push(2);throw 5}},{valueOf(){l.push(3)}}));return l})()
          => [1, 2]
        [Math.hypot(),Math.hypot(3,4),Math.hypot(NaN,Infinity),Math.hypot(-0),Math.hypot(1,2,3,4),Math.hypot('3',4)]
          => [0, 5, Infinity, 0, 5.477225575051661, 5]
        [Math.pow(2,10),Math.pow(NaN,0),Math.pow(1,Infinity),Math.pow(-8,1/3),Math.pow(0,-1),Math.pow(-0,-3),Math.pow(2,0.5)]
          => [1024, 1, NaN, NaN, Infinity, -Infinity, 1.4142135623730951]
        [Math.atan2(1,1),Math.atan2(-0,-1),Math.atan2(0,-0),Math.imul(0xffffffff,5),Math.imul('3',4),Math.clz32(),Math.sign(-3),Math.sign('x'),Math.round(-0.5),Math.round(2.5),Math.round(-2.5),Math.round(0.49999999999999994),Math.trunc(-0.9),Math.fround(5.5),Math.fround(5.05)]
          => [0.7853981633974483, -3.141592653589793, 3.141592653589793, -5, 12, 32, -1, NaN, -0, 3, -2, 0, -0, 5.5, 5.050000190734863]
        (()=>{const a=[];for(let i=0;i<100;i++){const r=Math.random();a.push(r>=0&&r<1)}return a.every(Boolean)})()
          => true
        new Set([Math.random(),Math.random(),Math.random()]).size
          => 3
        Math.floor(Symbol())
          => THROW TypeError: Cannot convert a Symbol value to a number
        [Math.abs('-5'),Math.abs(null),Math.abs(),Math.abs([]),Math.abs([2]),Math.abs({})]
          => [5, 0, NaN, 0, 2, NaN]
        [Boolean(),Boolean(''),Boolean('x'),Boolean(0),Boolean(NaN),Boolean([]),Boolean(null),Boolean(0n),Boolean(Symbol())]
          => [false, false, true, false, false, true, false, false, true]
        new Boolean(false)
          => Box(false)
        new Boolean(false).toString()
          => "false"
        Boolean.prototype.toString.call(1)
          => THROW TypeError: Boolean.prototype.toString requires that 'this' be a Boolean
        Boolean.prototype.valueOf.call(new Boolean(true))
          => true
        (new Boolean(false)?1:2)
          => 1
        Symbol('x').toString()
          => "Symbol(x)"
        Symbol('x').description
          => "x"
        Symbol().description
          => undefined
        Symbol('').description
          => ""
        Symbol.for('a')===Symbol.for('a')
          => true
        Symbol.for('a')===Symbol('a')
          => false
        Symbol.keyFor(Symbol.for('q'))
          => "q"
        Symbol.keyFor(Symbol('q'))
          => undefined
        Symbol.keyFor(Symbol.iterator)
          => undefined
        Symbol.for('1').description
          => "1"
        (()=>{Symbol.for('5');const o={};o['5']=1;return [Object.keys(o),o[5],'5' in o]})()
          => [["5"], 1, true]
        Symbol.for().description
          => "undefined"
        new Symbol()
          => THROW TypeError: Symbol is not a constructor
        Symbol()+''
          => THROW TypeError: Cannot convert a Symbol value to a string
        `${Symbol('a')}`
          => THROW TypeError: Cannot convert a Symbol value to a string
        Object(Symbol('a')).description
          => "a"
        Object(Symbol.iterator)==Symbol.iterator
          => true
        Symbol.prototype.toString.call(1)
          => THROW TypeError: Symbol.prototype.toString requires that 'this' be a Symbol
        Symbol.prototype.valueOf.call({})
          => THROW TypeError: Symbol.prototype.valueOf requires that 'this' be a Symbol
        Symbol.iterator.toString()
          => "Symbol(Symbol.iterator)"
        +Symbol()
          => THROW TypeError: Cannot convert a Symbol value to a number
        Symbol(undefined).toString()
          => "Symbol()"
        Symbol(null).toString()
          => "Symbol(null)"
        Symbol({toString(){return 'O'}}).description
          => "O"
        JSON.stringify({[Symbol('a')]:1,b:Symbol('c')})
          => "{}"
        BigInt(10)
          => 10n
        BigInt('0xff')
          => 255n
        BigInt(' 12 ')
          => 12n
        BigInt('')
          => 0n
        BigInt('1n')
          => THROW SyntaxError: Cannot convert 1n to a BigInt
        BigInt(1.5)
          => THROW RangeError: The number 1.5 cannot be converted to a BigInt because it is not an integer
        BigInt('abc')
          => THROW SyntaxError: Cannot convert abc to a BigInt
        BigInt(undefined)
          => THROW TypeError: Cannot convert undefined to a BigInt
        BigInt(null)
          => THROW TypeError: Cannot convert null to a BigInt
        BigInt(true)
          => 1n
        BigInt(Symbol('x'))
          => THROW TypeError: Cannot convert Symbol(x) to a BigInt
        BigInt(NaN)
          => THROW RangeError: The number NaN cannot be converted to a BigInt because it is not an integer
        BigInt({})
          => THROW SyntaxError: Cannot convert [object Object] to a BigInt
        BigInt([7])
          => 7n
        new BigInt(1)
          => THROW TypeError: BigInt is not a constructor
        BigInt(1e21)
          => 1000000000000000000000n
        BigInt(Number.MAX_SAFE_INTEGER)*2n
          => 18014398509481982n
        BigInt.asIntN(8,255n)
          => -1n
        [0,1,7,8,9,64,200].map(b=>[BigInt.asIntN(b,200n),BigInt.asIntN(b,-200n),BigInt.asUintN(b,200n),BigInt.asUintN(b,-200n),BigInt.asIntN(b,-128n),BigInt.asIntN(b,128n),BigInt.asIntN(b,-1n)])
          => [[0n, 0n, 0n, 0n, 0n, 0n, 0n], [0n, 0n, 0n, 0n, 0n, 0n, -1n], [-56n, 56n, 72n, 56n, 0n, 0n, -1n], [-56n, 56n, 200n, 56n, -128n, -128n, -1n], [200n, -200n, 200n, 312n, -128n, 128n, -1n], [200n, -200n, 200n, 18446744073709551416n, -128n, 128n, -1n], [200n, -200n, 200n, 1606938044258990275541962092341162602522202993782792835301176n, -128n, 128n, -1n]]
        BigInt.asIntN(-1,1n)
          => THROW RangeError: Invalid value: not (convertible to) a safe integer
        BigInt.asIntN(1,1)
          => THROW TypeError: Cannot convert 1 to a BigInt
        BigInt.asIntN(1,'x')
          => THROW SyntaxError: Cannot convert x to a BigInt
        BigInt.asUintN(2**53-1,-1n)
          => THROW RangeError: Maximum BigInt size exceeded
        BigInt.asUintN(2**53,-1n)
          => THROW RangeError: Invalid value: not (convertible to) a safe integer
        BigInt.asUintN(2**53-1,5n)
          => 5n
        BigInt.asIntN(2**53-1,-5n)
          => -5n
        (255n).toString(16)
          => "ff"
        (-255n).toString(2)
          => "-11111111"
        (1n).toString(1)
          => THROW RangeError: toString() radix argument must be between 2 and 36
        (123456789012345678901234567890n).toString()
          => "123456789012345678901234567890"
        (1234567n).toLocaleString()
          => "1,234,567"
        (-1234567n).toLocaleString('en-US')
          => "-1,234,567"
        BigInt.prototype.toString.call(1)
          => THROW TypeError: BigInt.prototype.toString requires that 'this' be a BigInt
        BigInt.prototype.valueOf.call(Object(5n))
          => 5n
        BigInt('9'.repeat(100))
          => 9999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999999n
        Object(5n)+1n
          => 6n
        BigInt('-0x1')
          => THROW SyntaxError: Cannot convert -0x1 to a BigInt
        BigInt('-5')
          => -5n
        BigInt('1_0')
          => THROW SyntaxError: Cannot convert 1_0 to a BigInt
        """"";
}
