import { withDirectCalls } from '../../../config/direct-calls'

describe('a script with direct calls', () => {
  it.each([
    ['(0,a.b)(1)', 'a.b(1)'],
    ['x=(0,a.b)((0,c.d)())', 'x=a.b(c.d())'],
    ['const{body:t}=await(0,a.b)(e)', 'const{body:t}=await a.b(e)'],
    ['return(0,$.jsx)(o.a,{x:!(0,a.b)()})', 'return $.jsx(o.a,{x:!a.b()})'],
    ['()=>(0,a.b)(),(0,a.c)()', '()=>a.b(),a.c()'],
  ])('the call %s becomes the direct call %s', (webpack, ours) => {
    expect(withDirectCalls(webpack)).toBe(ours)
  })

  // There the same characters are the arguments of another call, or no call.
  it.each([
    'f(0,a.b)(1)',
    'f()(0,a.b)(1)',
    'x[1](0,a.b)(1)',
    '[(0,a.b)]',
    'y=(0,a.b)',
    'my_return(0,a.b)(1)',
  ])('a script keeps %s as it is', (script) => {
    expect(withDirectCalls(script)).toBe(script)
  })
})
