import { z } from 'zod'

type Shape = z.core.$ZodType

/**
 * The same shape, refusing every field that it does not name, however deep: what a client says is done or refused, never
 * dropped. An object that says that it is open (metadata) stays open.
 */
export function strict<Asked extends Shape>(shape: Asked): Asked {
  return tighten(shape) as Asked
}

function tighten(shape: Shape): Shape {
  if (shape instanceof z.ZodObject) {
    const fields = Object.entries(shape.def.shape).map(([name, field]) => [name, tighten(field)])
    const catchall = shape.def.catchall ?? z.never()
    return z.core.clone(shape, { ...shape.def, shape: Object.fromEntries(fields), catchall })
  }
  if (shape instanceof z.ZodArray)
    return z.core.clone(shape, { ...shape.def, element: tighten(shape.def.element) })
  if (shape instanceof z.ZodUnion)
    return z.core.clone(shape, { ...shape.def, options: shape.def.options.map(tighten) })
  if (shape instanceof z.ZodPipe) return z.core.clone(shape, { ...shape.def, in: tighten(shape.def.in) })
  if (isWrapper(shape))
    return z.core.clone(shape, { ...shape.def, innerType: tighten(shape.def.innerType) } as typeof shape.def)
  return shape
}

type Wrapper = z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodPrefault | z.ZodReadonly

const isWrapper = (shape: Shape): shape is Wrapper =>
  [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodPrefault, z.ZodReadonly].some(
    (kind) => shape instanceof kind,
  )
