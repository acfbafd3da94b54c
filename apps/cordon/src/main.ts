console.log('cordon')
